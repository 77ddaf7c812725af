"""How much room the disk of the service's folder should have."""

LEAST_BYTES = 256 << 20
"""So many bytes should be free."""
