"""The queue on disk or in PostgreSQL: its tables, their versions, and what is asked of them."""
