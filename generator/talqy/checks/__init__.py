"""Floor 2: values in, problems out. Each rule is a function with its code, severity and source."""
