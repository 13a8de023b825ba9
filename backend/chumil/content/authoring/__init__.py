"""The author's workbench: from a YAML file to a pack, or to the list of what is wrong with it."""
