"""The page of recordings: what was dropped in, how far each is, and how each sounds."""
