"""Tests of the way from windows to decisions."""
