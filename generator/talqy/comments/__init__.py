"""The life of a comment: its file and place, the one judge, look-alikes, what is taken out."""
