"""Messages, forms, tables and what is typed: taken in as comments, every row accounted for."""
