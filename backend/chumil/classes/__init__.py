"""Classrooms, rosters and who may see them."""
