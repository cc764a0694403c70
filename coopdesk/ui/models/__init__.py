"""Table models over the register's facts."""
