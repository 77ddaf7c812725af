"""The authority's responses: one by one, in groups, by workbook; what is still owed."""
