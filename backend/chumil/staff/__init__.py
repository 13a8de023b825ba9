"""The admin of the staff, behind a second factor."""
