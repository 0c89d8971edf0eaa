"""Loaders: official corpora and the user's own folders, with speaker and sex."""
