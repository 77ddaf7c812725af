"""What the service says of itself to everybody: how many comments became what, what it keeps."""
