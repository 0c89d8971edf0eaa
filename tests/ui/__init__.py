"""The window, from outside."""
