"""Clips that were recorded: the ring, the shelf, the card."""
