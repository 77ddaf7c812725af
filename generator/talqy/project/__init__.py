"""A project on disk or in a commit: read, checked, written. The door to YAML and git."""
