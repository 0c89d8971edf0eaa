"""Tests of the dialogs: what a person does in them by keys, and what becomes of it."""
