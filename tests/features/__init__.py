"""Tests of the way from samples to what the network sees."""
