"""How fast CoopDesk is, beside what is allowed: `make bench`."""
