"""Whoever judges a model was never trained on: the worth of every figure stands on this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path

import pytest

from ser_desktop.training.corpora import Clip, load_corpus
from ser_desktop.training.prepare import choose_clips
from ser_desktop.training.protocols.definitions import PROTOCOLS, Protocol, find
from ser_desktop.training.protocols.folds import RAVDESS_FOLDS, Fold

STRANGERS = [protocol for protocol in PROTOCOLS.values() if not protocol.random]
REAL = [protocol for protocol in PROTOCOLS.values() if "savee" not in protocol.corpora]
SEEDS = (1, 2)

BY_ID = attrgetter("id")
Find = Callable[[Protocol], tuple[Clip, ...]]


def chosen(protocol: Protocol, root: Path) -> tuple[Clip, ...]:
    found = [load_corpus(name, root / name) for name in protocol.corpora]
    return choose_clips(found, protocol.labels, dict(protocol.merge))[0]


@pytest.fixture(scope="session")
def clips_of(corpora: Path) -> Find:
    """Find the real clips of a protocol, once."""
    known: dict[str, tuple[Clip, ...]] = {}

    def clips(protocol: Protocol) -> tuple[Clip, ...]:
        if protocol.id not in known:
            known[protocol.id] = chosen(protocol, corpora)
        return known[protocol.id]

    return clips


@pytest.fixture
def savee(tmp_path: Path) -> tuple[Clip, ...]:
    """Write recordings with the names of SAVEE: 480 by four men, every one another sound."""
    codes = {"a": 15, "d": 15, "f": 15, "h": 15, "n": 30, "sa": 15, "su": 15}
    for speaker in ("DC", "JE", "JK", "KL"):
        folder = tmp_path / "AudioData" / speaker
        folder.mkdir(parents=True)
        for code, count in codes.items():
            for take in range(1, count + 1):
                (folder / f"{code}{take:02}.wav").write_bytes(made_wav(f"{speaker}{code}{take}".encode()))
    (tmp_path / "savee").symlink_to(tmp_path / "AudioData", target_is_directory=True)
    return chosen(find("S2"), tmp_path)


def made_wav(content: bytes) -> bytes:
    """Return a WAV file, 8 kHz mono in 8 bits, whose samples are these bytes."""
    size = len(content)
    return b"".join(
        (
            b"RIFF", (36 + size).to_bytes(4, "little"), b"WAVEfmt ", (16).to_bytes(4, "little"),
            (1).to_bytes(2, "little"), (1).to_bytes(2, "little"), (8000).to_bytes(4, "little"),
            (8000).to_bytes(4, "little"), (1).to_bytes(2, "little"), (8).to_bytes(2, "little"),
            b"data", size.to_bytes(4, "little"), content,
        )
    )  # fmt: skip


def parts(fold: Fold) -> tuple[tuple[Clip, ...], ...]:
    return fold.train, fold.validation, fold.test


def voices(clips: Sequence[Clip]) -> set[str]:
    return {clip.speaker for clip in clips}


def word(clip: Clip) -> str:
    return clip.path.stem.split("_")[1]


@pytest.mark.corpora
@pytest.mark.parametrize("protocol", STRANGERS, ids=BY_ID)
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_tested_is_heard_before(protocol: Protocol, seed: int, clips_of: Find) -> None:
    """No test speaker is in training or validation, nor anybody of validation in training (but of P3)."""
    for fold in protocol.parted(clips_of(protocol), seed):
        train, validation, test = map(voices, parts(fold))
        assert not test & (train | validation)
        assert all(parts(fold))
        if protocol.id != "P3":
            assert not train & validation


@pytest.mark.corpora
def test_tess_validates_on_words_never_trained(clips_of: Find) -> None:
    """P3 trains on one speaker: what stands in for a stranger are words that were never learned."""
    for fold in find("P3").parted(clips_of(find("P3")), 1):
        words = [{word(clip) for clip in part} for part in (fold.train, fold.validation)]
        assert not words[0] & words[1]
        assert (len(words[0]), len(words[1])) == (160, 40)
        assert voices(fold.train) == voices(fold.validation)


@pytest.mark.corpora
@pytest.mark.parametrize("protocol", REAL, ids=BY_ID)
@pytest.mark.parametrize("seed", SEEDS)
def test_each_clip_is_in_one_part(protocol: Protocol, seed: int, clips_of: Find) -> None:
    """Nothing is heard twice, nothing is lost but copies, and the order of the corpus is kept."""
    clips = clips_of(protocol)
    places = {clip: place for place, clip in enumerate(clips)}
    for fold in protocol.parted(clips, seed):
        counted = Counter(clip for part in parts(fold) for clip in part)
        assert set(counted.values()) == {1}
        if not protocol.random:
            assert set(counted) == set(clips)
        for part in parts(fold):
            assert list(part) == sorted(part, key=places.__getitem__)


@pytest.mark.corpora
@pytest.mark.parametrize("protocol", STRANGERS, ids=BY_ID)
def test_every_clip_is_tested_once(protocol: Protocol, clips_of: Find) -> None:
    """A figure over all folds counts each clip exactly once."""
    folds = protocol.parted(clips_of(protocol), 1)
    assert Counter(clip for fold in folds for clip in fold.test) == Counter(clips_of(protocol))


@pytest.mark.corpora
def test_sizes_are_those_of_the_protocols(clips_of: Find) -> None:
    """The published splits, to the clip."""
    sizes = {
        protocol.id: [len(fold.test) for fold in protocol.parted(clips_of(protocol), 1)] for protocol in REAL
    }
    assert sizes == {
        "P1": [49, 58, 43, 38, 55, 35, 61, 69, 56, 71],
        "P2": [240] * 6,
        "P3": [1400] * 2,
        "P4": [339, 672, 1600, 336, 1964, 400],
        "S1": [140],
        "S3": [5 * 133],
        "S4": [288],
    }


@pytest.mark.corpora
def test_actors_validate_in_pairs(clips_of: Find) -> None:
    """A man and a woman of the folds that follow choose the epoch, though one fold holds women alone."""
    clips = clips_of(find("P2"))
    sexes = {clip.speaker: clip.sex for clip in clips}
    folds = find("P2").parted(clips, 1)
    assert [sorted(int(name[-2:]) for name in voices(fold.test)) for fold in folds] == [
        sorted(group) for group in RAVDESS_FOLDS
    ]
    assert [sorted(sexes[name] for name in voices(fold.validation)) for fold in folds] == [["f", "m"]] * 6


@pytest.mark.corpora
def test_copies_are_not_in_two_parts(clips_of: Find) -> None:
    """RAVDESS holds one recording twice: drawn at random, it would be learned by heart and tested."""
    for seed in range(1, 4):
        (fold,) = find("S4").parted(clips_of(find("S4")), seed)
        sounds = [{clip.path.read_bytes() for clip in part} for part in parts(fold)]
        assert sum(map(len, sounds)) == len(set.union(*sounds)) == 1439


@pytest.mark.corpora
def test_seeds_draw_other_clips_but_never_other_strangers(clips_of: Find) -> None:
    """Random splits differ by seed; who is left out of P1 to P4 does not."""
    for protocol in REAL:
        tested = [[fold.test for fold in protocol.parted(clips_of(protocol), seed)] for seed in SEEDS]
        assert (tested[0] == tested[1]) is not protocol.random


def test_savee_is_parted_at_random(savee: tuple[Clip, ...]) -> None:
    """The corpus needs registration: recordings with its names are parted 80 to 20, a tenth validates."""
    assert len(savee) == 480
    (fold,) = find("S2").parted(savee, 1)
    assert [len(part) for part in parts(fold)] == [346, 38, 96]
    assert Counter(clip for part in parts(fold) for clip in part) == Counter(savee)
    assert find("S2").parted(savee, 1) == (fold,)
    assert find("S2").parted(savee, 2) != (fold,)


def test_helpers_are_all_trained_on(savee: tuple[Clip, ...]) -> None:
    """Clips of other corpora join the training of every fold, and nothing else."""
    helping = (Clip(Path("helper.wav"), "ased", "ased/01", "f", "anger"),)
    (alone,) = find("S2").parted(savee, 1)
    (helped,) = find("S2").parted((*helping, *savee), 1)
    assert helped.train == alone.train + helping
    assert parts(helped)[1:] == parts(alone)[1:]
