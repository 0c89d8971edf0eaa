"""How models are judged: each protocol from the recordings to figures of the exported model."""
