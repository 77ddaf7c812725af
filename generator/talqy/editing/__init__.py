"""Floor 3: what a person lets the tool write, first as a plan, then as files."""
