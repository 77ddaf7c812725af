"""Words in, exit status out. One file a group of commands."""
