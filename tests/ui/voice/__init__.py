"""Learning a person's voice."""
