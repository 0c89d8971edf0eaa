"""The dialog in which the program learns a person's voice: known voices, a text to read, what it changed."""
