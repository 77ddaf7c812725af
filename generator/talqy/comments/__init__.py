"""The life of a comment: what comes in by mail, table, form or hand, and how it is judged."""
