"""What is checked of the packages of others, and what could not be."""
