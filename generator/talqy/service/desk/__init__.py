"""The desk: pages on which officials of an authority work, without git, YAML or a terminal."""
