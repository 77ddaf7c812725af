"""Floor 5: words in, exit status out. One file a command."""
