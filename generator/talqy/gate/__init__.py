"""A pull request in, a verdict and a letter out: judged by the base alone, from git objects."""
