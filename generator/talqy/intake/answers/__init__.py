"""Workbooks of answers: read back, and held to what is on file."""
