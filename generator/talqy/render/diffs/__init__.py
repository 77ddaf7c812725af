"""Two texts of a standard compared, outside of the site: terminal, Markdown, JSON, one page."""
