"""The doors to Word, Excel and CSV files: readers and writers that know no subject."""
