"""Tests of many recordings at once."""
