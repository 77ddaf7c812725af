"""A comparison said: for the terminal, Markdown, JSON, one page, and as the comparison table."""
