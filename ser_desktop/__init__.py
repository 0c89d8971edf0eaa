"""SER Desktop: see how a voice sounds, live, on your own computer."""

__version__ = "0.1.0"
