"""Works on pages: what was saved, what would be published, both versions, the preview."""
