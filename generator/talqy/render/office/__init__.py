"""Comparison tables as files for Word and Excel."""
