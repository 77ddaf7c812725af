"""Skeletons, the next revision, and texts on their way to Word and back."""
