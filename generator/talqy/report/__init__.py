"""The report on completion of a discussion, and the figures of a quarter."""
