"""Awards, safe to repeat."""
