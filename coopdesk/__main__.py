"""`python -m coopdesk` and the `coopdesk` command."""


def main() -> None:
    """Run CoopDesk: the command line, which opens the window where no command is given."""
    from coopdesk.cli import run  # noqa: PLC0415 - keeps `python -m coopdesk` importable without the command line

    run()


if __name__ == "__main__":
    main()
