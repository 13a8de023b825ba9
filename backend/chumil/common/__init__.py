"""Errors, clock, ids: what every layer may use."""
