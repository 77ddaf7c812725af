"""What comes in: letters, tables, forms and Word files become comments, each row accounted for."""
