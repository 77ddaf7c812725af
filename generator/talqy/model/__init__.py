"""The values of the domain, the table of facts, and the one shape of a problem."""
