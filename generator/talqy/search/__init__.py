"""Search: folding, forms of words, and the index that the browser reads."""
