"""Drafts at the desk: begun, brought from Word, seen, edited in fields, compared, taken along."""
