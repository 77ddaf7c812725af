"""Skeletons: a new project, a new standard, the next revision."""
