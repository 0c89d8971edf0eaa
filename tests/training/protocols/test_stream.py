"""The streams of the live protocol: what was said, where it was said, and nothing else that speaks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ser_desktop.results import Float32
from ser_desktop.training.corpora import Clip, load_corpus
from ser_desktop.training.protocols.stream import BETWEEN, PAUSES, Piece, stream
from tests.sounds import RATE_HZ
from tests.training.voices import speak, write_corpus


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> tuple[Clip, ...]:
    """Return twelve clips of four people."""
    folder = write_corpus(tmp_path_factory.mktemp("own"), speakers=4, takes=1)
    return load_corpus("folder", folder).clips


def level_dbfs(samples: Float32) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


def gaps(pieces: list[Piece]) -> list[Float32]:
    return [piece.samples for piece in pieces if piece.spoken is None]


def test_every_clip_once_between_pauses(clips: tuple[Clip, ...]) -> None:
    """In an order that the seed draws, the clips' own samples, a gap before each and one at the end."""
    pieces = list(stream(clips, RATE_HZ, seed=1))
    assert [piece.spoken is None for piece in pieces] == [True, False] * len(clips) + [True]
    told = [piece.samples for piece in pieces if piece.spoken]
    recorded = [speak(clip.label, int(clip.speaker[-1]), 0) for clip in clips]
    order = [next(i for i, own in enumerate(recorded) if len(own) == len(x)) for x in told]
    assert sorted(order) == list(range(len(clips)))
    assert order != sorted(order)
    for piece, number in zip((piece for piece in pieces if piece.spoken), order, strict=True):
        assert piece.spoken is not None
        assert piece.spoken.label == clips[number].label
        assert np.abs(piece.samples - recorded[number]).max() < 1e-3  # 16 bits in the file


def test_onset_and_end_are_where_the_voice_is(clips: tuple[Clip, ...]) -> None:
    """In seconds of the whole stream; around them only the clip's and the pause's quiet."""
    pieces = list(stream(clips, RATE_HZ, seed=2))
    whole = np.concatenate([piece.samples for piece in pieces])
    outside = np.ones(len(whole), bool)
    for spoken in (piece.spoken for piece in pieces if piece.spoken):
        inside = slice(round(spoken.onset_s * RATE_HZ), round(spoken.end_s * RATE_HZ))
        outside[inside] = False
        assert level_dbfs(whole[inside]) > -30
        assert 0.7 < spoken.end_s - spoken.onset_s < 1.4
    assert level_dbfs(whole[outside]) < -45


def test_the_seed_decides_all(clips: tuple[Clip, ...]) -> None:
    """The same stream twice; another seed, another."""
    one, again, other = (
        np.concatenate([piece.samples for piece in stream(clips, RATE_HZ, seed=seed)]) for seed in (1, 1, 2)
    )
    assert np.array_equal(one, again)
    assert len(one) != len(other)


def test_pauses_are_of_both_kinds(clips: tuple[Clip, ...]) -> None:
    """1 to 3 s of digital zeros or of a quiet room; both appear."""
    pauses = [gap for seed in range(3) for gap in gaps(list(stream(clips, RATE_HZ, seed=seed)))]
    assert all(RATE_HZ <= len(pause) <= 3 * RATE_HZ for pause in pauses)
    rooms = [level_dbfs(pause) for pause in pauses if pause.any()]
    assert 0.2 < len(rooms) / len(pauses) < 0.8
    assert all(-60.1 < level < -49.9 for level in rooms)


@pytest.mark.parametrize("between", [name for name in BETWEEN if name != PAUSES])
def test_other_sounds_are_as_loud_as_speech(between: str) -> None:
    """They last, at a level at which a detector cannot take them for silence, and differ from gap to gap."""
    rng = np.random.default_rng(1)
    sounds = [BETWEEN[between](4 * RATE_HZ + 7, RATE_HZ, rng) for _ in range(4)]
    for sound in sounds:
        assert sound.dtype == np.float32
        assert len(sound) == 4 * RATE_HZ + 7
        assert -35.1 < level_dbfs(sound) < -19.9
        assert min(level_dbfs(second) for second in np.array_split(sound, 4)) > -50
    assert not np.array_equal(sounds[0] / np.abs(sounds[0]).max(), sounds[1] / np.abs(sounds[1]).max())


@pytest.mark.parametrize(("between", "octave_db"), [("white noise", 3), ("pink noise", 0)])
def test_noises_have_their_colour(between: str, octave_db: float) -> None:
    """White doubles its power with each octave, pink keeps it."""
    sound = BETWEEN[between](8 * RATE_HZ, RATE_HZ, np.random.default_rng(0))
    power = np.abs(np.fft.rfft(sound)) ** 2
    hz = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    levels = [10 * np.log10(power[(hz >= low) & (hz < 2 * low)].sum()) for low in (125, 250, 500, 1000, 2000)]
    assert np.polyfit(range(5), levels, 1)[0] == pytest.approx(octave_db, abs=0.3)


@pytest.mark.parametrize("between", ["hum", "chords", "plucked strings"])
def test_tones_are_tonal(between: str) -> None:
    """Most of the power lies in few frequencies: what fools a detector that listens for a voice's pitch."""
    sound = BETWEEN[between](4 * RATE_HZ, RATE_HZ, np.random.default_rng(3))
    frames = np.lib.stride_tricks.sliding_window_view(sound, 4096)[::2048]
    power = np.sort(np.abs(np.fft.rfft(frames * np.hanning(4096), axis=1)) ** 2, axis=1)
    assert np.median(power[:, -200:].sum(1) / power.sum(1)) > 0.9


def test_an_unknown_sound_is_refused() -> None:
    """A wrong name is an error at once, not silence."""
    clip = Clip(Path("x.wav"), "c", "c/1", "f", "anger")
    with pytest.raises(KeyError):
        next(stream([clip], RATE_HZ, seed=1, between="opera"))
