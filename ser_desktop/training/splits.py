"""Who is trained on, who chooses the epoch, and who judges: never the same speaker twice."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ser_desktop.errors import Phrase, UserError
from ser_desktop.results import FEWEST_SPEAKERS
from ser_desktop.training.corpora.clip import Clip

FEWEST_CLIPS = 5
"""Recordings of each emotion without strangers: fewer cannot spare two and still be learned from."""


@dataclass(frozen=True)
class Split:
    """Clips in three parts that share no speaker, each in the order given.

    ``training_only`` names the corpora of which nobody could be held out, and ``unnamed`` counts the clips
    in training whose speaker nobody named: a report must say both. Without ``strangers`` the parts are
    different recordings of the same voices, and no figure on them may be given as one for strangers.
    """

    train: tuple[Clip, ...]
    validation: tuple[Clip, ...]
    test: tuple[Clip, ...]
    training_only: tuple[str, ...]
    unnamed: int
    strangers: bool = True


def speaker_split(clips: Sequence[Clip], *, seed: int, test: float = 0.2, validation: float = 0.15) -> Split:
    """Hold speakers out of every corpus, women and men in their corpus's proportion.

    Of each corpus at least two speakers (one of each sex, where there are both) are tested and at least one
    validates. A corpus of fewer than four named speakers is trained on whole, and so are clips of unnamed
    speakers. Who is held out depends on ``seed`` and on the speakers' names and sexes, on nothing else.

    Parameters
    ----------
    clips
        Of any number of corpora.
    seed
        Another seed draws other speakers.
    test, validation
        Share of a corpus's speakers, 0 to 1.

    Raises
    ------
    UserError
        No corpus has enough named speakers, so that no honest figure could be given.
    """
    held_out: dict[str, str] = {}
    training_only = []
    for corpus in sorted({clip.corpus for clip in clips}):
        sexes = {c.speaker: c.sex for c in clips if c.corpus == corpus and c.speaker_known}
        if len(sexes) < FEWEST_SPEAKERS:
            training_only.append(corpus)
            continue
        n_test = min(max(2, _round(test * len(sexes))), len(sexes) - 2)
        n_validation = min(max(1, _round(validation * len(sexes))), len(sexes) - n_test - 1)
        tested = _draw(sexes, n_test, seed)
        rest = {speaker: sex for speaker, sex in sexes.items() if speaker not in tested}
        held_out |= dict.fromkeys(tested, "test")
        held_out |= dict.fromkeys(_draw(rest, n_validation, seed), "validation")
    if not held_out:
        raise _nobody_to_hold_out(training_only)
    part = {
        name: tuple(c for c in clips if held_out.get(c.speaker) == name) for name in ("test", "validation")
    }
    return Split(
        train=tuple(clip for clip in clips if clip.speaker not in held_out),
        validation=part["validation"],
        test=part["test"],
        training_only=tuple(training_only),
        unnamed=sum(not clip.speaker_known for clip in clips),
    )


def fair_split(clips: Sequence[Clip], *, seed: int) -> Split:
    """Split by speakers where any corpus has enough of them, else by recordings, as :class:`Split` tells.

    Raises
    ------
    UserError
        There are too few recordings even for that.
    """
    return speaker_split(clips, seed=seed) if has_strangers(clips) else recording_split(clips, seed=seed)


def has_strangers(clips: Iterable[Clip]) -> bool:
    """Whether any corpus has enough named speakers to hold some out."""
    named = {(clip.corpus, clip.speaker) for clip in clips if clip.speaker_known}
    return max(Counter(corpus for corpus, _ in named).values(), default=0) >= FEWEST_SPEAKERS


def recording_split(
    clips: Sequence[Clip], *, seed: int, test: float = 0.2, validation: float = 0.15
) -> Split:
    """Hold recordings of each emotion out, whoever speaks in them: all that one person's own allow.

    Who is drawn depends on ``seed`` and on the last folders' and the files' names.

    Raises
    ------
    UserError
        An emotion has fewer than :data:`FEWEST_CLIPS` recordings.
    """
    parts: dict[Path, str] = {}
    for label in sorted({clip.label for clip in clips}):
        own = [clip for clip in clips if clip.label == label]
        if len(own) < FEWEST_CLIPS:
            raise UserError(
                "too-few-recordings",
                "There are too few recordings of an emotion to learn it.",
                "{label}: {count}, and at least {least} are needed; far more are better.",
                "Add recordings of it, or leave this emotion out.",
                label=label,
                count=len(own),
                least=FEWEST_CLIPS,
            )
        own.sort(key=lambda clip: lot("/".join(clip.path.parts[-3:]), seed))
        n_test, n_validation = max(1, _round(test * len(own))), max(1, _round(validation * len(own)))
        parts |= dict.fromkeys((clip.path for clip in own[:n_test]), "test")
        parts |= dict.fromkeys((clip.path for clip in own[n_test : n_test + n_validation]), "validation")
    part = {
        name: tuple(clip for clip in clips if parts.get(clip.path, "train") == name)
        for name in ("train", "validation", "test")
    }
    return Split(
        **part,
        training_only=tuple(sorted({clip.corpus for clip in clips})),
        unnamed=sum(not clip.speaker_known for clip in part["train"]),
        strangers=False,
    )


def _draw(sexes: Mapping[str, str], count: int, seed: int) -> list[str]:
    """Draw speakers by lot, the sexes by turns, none beyond its share of the speakers (rounded up)."""
    turns = []
    for sex in set(sexes.values()):
        group = sorted((speaker for speaker in sexes if sexes[speaker] == sex), key=lambda s: lot(s, seed))
        share = math.ceil(count * len(group) / len(sexes))
        turns += [(turn, sex == "unknown", lot(s, seed), s) for turn, s in enumerate(group[:share])]
    return [speaker for *_, speaker in sorted(turns)[:count]]


def lot(speaker: str, seed: int) -> str:
    """Return a speaker's lot: the same on every machine and in every company."""
    return hashlib.sha256(f"{seed}/{speaker}".encode()).hexdigest()


def _round(number: float) -> int:
    return math.floor(number + 0.5)


def _nobody_to_hold_out(corpora: Iterable[str]) -> UserError:
    return UserError(
        "nobody-to-hold-out",
        "No speaker can be held out, so nothing could tell how well the model does on a stranger.",
        "Of {corpora} fewer than {least} speakers are named.",
        "Name the speakers (EMOTION/SPEAKER/file, or the column speaker), or add another corpus.",
        corpora=", ".join(corpora) or Phrase("no corpus"),
        least=FEWEST_SPEAKERS,
    )
