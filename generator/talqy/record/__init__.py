"""What `history.yaml` holds for ever: digests, the record, its tallies. Pure."""
