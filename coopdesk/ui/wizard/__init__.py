"""The setup wizard: an account in the order of the clauses."""
