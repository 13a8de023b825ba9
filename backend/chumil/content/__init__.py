"""Published, immutable scenario versions."""
