"""What teachers and children see of the play."""
