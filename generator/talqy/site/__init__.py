"""Values in, finished pages out: one view a page and language, stamped into the shells."""
