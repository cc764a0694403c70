"""Papers: data in, Typst's PDF out."""
