"""What is done with comments of the queue: looked at, decided, published through git, forgotten."""
