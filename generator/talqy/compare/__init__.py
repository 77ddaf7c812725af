"""Two texts in, one `Comparison` out: alignment, redline, facts, signs, quotes, traces. Pure."""
