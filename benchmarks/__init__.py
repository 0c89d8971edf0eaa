"""What the program and its models are measured by, beyond tests: speed, and what ideas are worth."""
