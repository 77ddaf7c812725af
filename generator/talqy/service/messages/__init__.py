"""Letters to those who have asked for them: addresses, words, the mail server, the worker."""
