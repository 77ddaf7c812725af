"""Today: what is due, what was begun, what is wrong."""
