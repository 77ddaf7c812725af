"""Floor 3: values in, finished pages out, one view a page and language."""
