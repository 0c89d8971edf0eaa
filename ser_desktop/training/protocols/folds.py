"""Who is trained on, who chooses the epoch, who judges: one function for each way to part the clips.

Each takes clips in the corpus's order and a seed, and returns folds whose parts share no speaker; those
that draw clips at random share no recording, and say so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ser_desktop.training.corpora.clip import Clip
from ser_desktop.training.splits import lot, speaker_split

Part = Literal["train", "validation", "test"]

RAVDESS_FOLDS = (
    (1, 11, 20, 21),
    (4, 10, 12, 14),
    (8, 9, 19, 23),
    (3, 5, 7, 24),
    (2, 15, 16, 18),
    (6, 13, 17, 22),
)
"""Actors of RAVDESS that are tested together."""

_VALIDATION_SHARE = 0.1  # of the training clips, where they are drawn at random
_VALIDATION_WORDS = 0.2  # of the training speaker's words, where there is no other speaker


@dataclass(frozen=True)
class Fold:
    """Clips in three parts, each in the order given."""

    name: str
    train: tuple[Clip, ...]
    validation: tuple[Clip, ...]
    test: tuple[Clip, ...]


Folds = Callable[[Sequence[Clip], int], tuple[Fold, ...]]
"""From clips and a seed to folds."""


def leave_one_speaker_out(clips: Sequence[Clip], _seed: int) -> tuple[Fold, ...]:
    """Test each speaker in turn; the next one, in a circle, validates."""
    speakers = _once(clip.speaker for clip in clips)
    following = [*speakers[1:], speakers[0]]
    return tuple(
        _by_speaker(speaker, clips, [validating], [speaker])
        for speaker, validating in zip(speakers, following, strict=True)
    )


def ravdess_actors(clips: Sequence[Clip], _seed: int) -> tuple[Fold, ...]:
    """Test four actors at a time; the next man and the next woman, in a circle of all folds, validate."""
    sexes = {clip.speaker: clip.sex for clip in clips}
    groups = [[f"ravdess/{actor:02}" for actor in group] for group in RAVDESS_FOLDS]
    folds = []
    for number, tested in enumerate(groups):
        following = [actor for group in (*groups[number + 1 :], *groups[:number]) for actor in group]
        validating = [next(actor for actor in following if sexes.get(actor) == sex) for sex in ("f", "m")]
        folds.append(_by_speaker(f"actors {_last_names(tested)}", clips, validating, tested))
    return tuple(folds)


def speaker_to_others(clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
    """Test each of two speakers by what was learned from the other, whose held-out words validate.

    There is no third speaker to choose the epoch. A fifth of the training speaker's words, none of
    which is trained on, stands in: kinder than a stranger, but it knows nothing of the test speaker.
    """
    folds = []
    for tested in _once(clip.speaker for clip in clips):
        words = sorted({_word(clip) for clip in clips}, key=lambda word: lot(word, seed))
        held_out = set(words[: round(_VALIDATION_WORDS * len(words))])

        def part(clip: Clip, tested: str = tested, held_out: set[str] = held_out) -> Part:
            if clip.speaker == tested:
                return "test"
            return "validation" if _word(clip) in held_out else "train"

        folds.append(_fold(_last_names([tested]), clips, part))
    return tuple(folds)


def leave_one_corpus_out(clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
    """Test each corpus in turn; in the others, speakers drawn by lot validate."""
    folds = []
    for tested in _once(clip.corpus for clip in clips):
        split = speaker_split([clip for clip in clips if clip.corpus != tested], seed=seed)
        validating = {clip.speaker for clip in split.validation}
        testing = {clip.speaker for clip in clips if clip.corpus == tested}
        folds.append(_by_speaker(tested, clips, validating, testing))
    return tuple(folds)


def some_of_each_label(each: int) -> Folds:
    """Draw ``each`` clips of every label for the test, at random: speakers are in all parts."""

    def folds(clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
        drawn = _by_lot(clips, seed)
        return _random([clip for group in _by_label(drawn) for clip in group[:each]], drawn, clips)

    return folds


def share_of_all(share: float) -> Folds:
    """Draw a share of the clips for the test, at random: speakers are in all parts."""

    def folds(clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
        drawn = _by_lot(clips, seed)
        return _random(drawn[: round(share * len(drawn))], drawn, clips)

    return folds


def share_of_each_label(share: float) -> Folds:
    """Draw a share of every label's clips for the test, at random: speakers are in all parts."""

    def folds(clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
        drawn = _by_lot(clips, seed)
        tested = [clip for group in _by_label(drawn) for clip in group[: round(share * len(group))]]
        return _random(tested, drawn, clips)

    return folds


def _random(tested: Sequence[Clip], drawn: Sequence[Clip], clips: Sequence[Clip]) -> tuple[Fold, ...]:
    """One fold; of what is not ``tested`` the first by lot validate."""
    test = set(tested)
    rest = [clip for clip in drawn if clip not in test]
    validation = set(rest[: round(_VALIDATION_SHARE * len(rest))])

    def part(clip: Clip) -> Part:
        return "test" if clip in test else "validation" if clip in validation else "train"

    known = set(drawn)
    return (_fold("random", [clip for clip in clips if clip in known], part),)


def _by_lot(clips: Sequence[Clip], seed: int) -> list[Clip]:
    """Clips in the order of their lots; of one recording that is there twice, only the first."""
    sounds: dict[bytes, Clip] = {}
    for clip in clips:
        sounds.setdefault(hashlib.sha256(clip.path.read_bytes()).digest(), clip)
    return sorted(sounds.values(), key=lambda clip: lot(f"{clip.speaker}/{clip.path.stem}", seed))


def _by_label(clips: Iterable[Clip]) -> Iterable[list[Clip]]:
    groups: dict[str, list[Clip]] = {}
    for clip in clips:
        groups.setdefault(clip.label, []).append(clip)
    return groups.values()


def _by_speaker(name: str, clips: Sequence[Clip], validating: Iterable[str], tested: Iterable[str]) -> Fold:
    parts: dict[str, Part] = {**dict.fromkeys(validating, "validation"), **dict.fromkeys(tested, "test")}
    return _fold(name, clips, lambda clip: parts.get(clip.speaker, "train"))


def _fold(name: str, clips: Sequence[Clip], part_of: Callable[[Clip], Part]) -> Fold:
    parts: dict[Part, list[Clip]] = {"train": [], "validation": [], "test": []}
    for clip in clips:
        parts[part_of(clip)].append(clip)
    return Fold(name, *(tuple(parts[part]) for part in ("train", "validation", "test")))


def _word(clip: Clip) -> str:
    """Word that a clip of TESS says: "back" of OAF_back_angry."""
    return clip.path.stem.split("_")[1].lower()


def _last_names(speakers: Sequence[str]) -> str:
    return " ".join(speaker.split("/")[-1] for speaker in speakers)


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
