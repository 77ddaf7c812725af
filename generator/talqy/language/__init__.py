"""One language as readers need it: words, dates, numbers, order, and how facts are said."""
