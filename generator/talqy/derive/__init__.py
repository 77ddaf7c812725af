"""Floor 2: values in, facts about them out. Nothing here is stored or remembered."""
