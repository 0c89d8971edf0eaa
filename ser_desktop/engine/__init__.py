"""The one pipeline, and the thread that drives it live."""
