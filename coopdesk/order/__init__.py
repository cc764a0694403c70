"""The order: rulebook, facts, and the assessment of one against the other. Pure: no Qt, no SQL, no clock."""
