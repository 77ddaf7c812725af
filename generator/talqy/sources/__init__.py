"""Floor 2: files in, values and problems out. The only room that knows YAML."""
