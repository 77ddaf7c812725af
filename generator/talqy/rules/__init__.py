"""What `check` says of a project that can be read: one file a subject. Pure."""
