"""The way of a text: its steps, the merge into the record, and corrections, as plans of files."""
