"""Tests of a room of the window."""
