"""Loaders: official corpora and the user's own folders, with speaker and sex."""

from ser_desktop.training.corpora.clip import Clip, Corpus, Skipped, left_out
from ser_desktop.training.corpora.find import find_corpora
from ser_desktop.training.corpora.load import NAMES, canonical, load_corpus, parse_corpus_argument

__all__ = [
    "NAMES",
    "Clip",
    "Corpus",
    "Skipped",
    "canonical",
    "find_corpora",
    "left_out",
    "load_corpus",
    "parse_corpus_argument",
]
