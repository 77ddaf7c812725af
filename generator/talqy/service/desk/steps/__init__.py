"""Steps at the desk: the way of a text, from its discussion to its act, corrections and figures."""
