"""Floor 1: the values that everything else speaks about. No files, no clock, no processes."""
