"""Who did what to whom: the trail of every write by a teacher, by the staff, or by a command."""
