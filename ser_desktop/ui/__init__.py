"""The window. Knows the engine and its results; the engine knows nothing of it."""
