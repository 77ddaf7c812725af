"""Pull requests of strangers: judged by the base alone, from git objects."""
