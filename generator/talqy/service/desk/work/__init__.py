"""How work at the desk is kept: a line of saves for each text, without a checkout."""
