"""What recordings hold before anything is learned from them, and whether anything could be."""

from __future__ import annotations

from argparse import Namespace

from ser_desktop.results import EMOTIONS
from ser_desktop.training.corpora import find_corpora, parse_corpus_argument
from ser_desktop.training.order import DEFAULT
from ser_desktop.training.prepare import choose_clips, load_corpora
from ser_desktop.training.recipes import load
from ser_desktop.training.splits import fair_split, has_strangers
from ser_desktop.training.telling import Progress


def look(arguments: Namespace, progress: Progress) -> None:
    """Tell ``progress`` what is in the recordings that the command line names.

    Raises
    ------
    UserError
        No model could be made of them; what they hold was told before, where they hold anything.
    """
    if arguments.corpora:
        given = tuple(parse_corpus_argument(text) for text in arguments.corpora)
    else:
        given = find_corpora(load(arguments.recipe or DEFAULT).corpora, arguments.recordings)
    corpora = load_corpora(given, progress)
    clips = tuple(clip for corpus in corpora for clip in corpus.clips)
    progress.found(corpora, clips, EMOTIONS, strangers=has_strangers(clips))
    chosen, _ = choose_clips(corpora, arguments.labels or (), {})
    fair_split(chosen, seed=1)
