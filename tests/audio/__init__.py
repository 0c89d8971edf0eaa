"""Tests of sound in."""
