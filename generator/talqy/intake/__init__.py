"""What comes in from outside: pull requests, messages, tables. Nothing in it is trusted."""
