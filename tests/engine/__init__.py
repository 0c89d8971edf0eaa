"""Tests of the one pipeline and the thread that drives it."""
