"""Other voices, rooms and microphones: they change the sound, never its sense; the room, not its length."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ser_desktop.results import Float32
from ser_desktop.training import augment
from ser_desktop.training.augment import (
    another_voice,
    babble,
    disturb,
    elsewhere,
    microphone_response,
    noise_spectrum,
    room_response,
)
from tests.training.voices import speak

RATE_HZ = 16_000
sounds = arrays.arrays(
    np.float32, st.integers(4_000, 20_000), elements=st.floats(-1, 1, width=32), fill=st.just(0)
)


def drawn(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def power(samples: Any) -> float:
    return float(np.mean(np.square(samples, dtype=np.float64)))


@settings(max_examples=40, deadline=None)
@given(samples=sounds, seed=st.integers(0, 2**32), rate_hz=st.sampled_from([8_000, 16_000, 44_100]))
def test_whatever_comes_a_sound_of_the_same_length_goes(samples: Float32, seed: int, rate_hz: int) -> None:
    """Silence and clicks too: finite, within full scale, on the steps of 16 bits, as long as before."""
    heard = disturb(samples, rate_hz, drawn(seed), drawn(seed + 1))
    assert heard.dtype == np.float32
    assert heard.shape == samples.shape
    assert np.isfinite(heard).all()
    assert np.abs(heard).max() <= 1
    steps = heard.astype(np.float64) * 32767
    assert np.abs(steps - steps.round()).max() < 0.01


@given(seed=st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_voice_is_changed_but_stays_where_it_was(seed: int) -> None:
    """The network must meet another sound of the same utterance: its loud and quiet parts do not move."""
    voice = speak("anger", 1, 0)
    heard = disturb(voice, RATE_HZ, drawn(seed), drawn(seed + 1))
    likeness = np.corrcoef(voice, heard)[0, 1]
    assert likeness < 0.9999
    envelopes = [np.array([power(part) for part in np.array_split(x, 40)]) ** 0.5 for x in (voice, heard)]
    before, after = (envelope - envelope.mean() for envelope in envelopes)
    shifts = np.correlate(before, after, mode="full")
    assert abs(int(shifts.argmax()) - 39) <= 2


def test_the_generators_alone_decide() -> None:
    """The same seeds draw the same sound, others another; a whole training hangs on it."""
    voice = speak("neutral", 0, 0)
    first, again, other_place, other_noise = (
        elsewhere(voice, RATE_HZ, drawn(place), drawn(noise))
        for place, noise in ((1, 2), (1, 2), (3, 2), (1, 3))
    )
    assert np.array_equal(first, again)
    assert len(first) != len(other_place)
    assert len(first) == len(other_noise)
    assert not np.array_equal(first, other_noise)


@given(samples=sounds, seed=st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_another_voice_is_as_loud_and_no_more_than_a_sixth_off(samples: Float32, seed: int) -> None:
    """Longer or shorter by what the generator alone says, whatever is said; finite, and as loud."""
    heard = another_voice(samples, RATE_HZ, drawn(seed))
    assert heard.dtype == np.float32
    assert np.isfinite(heard).all()
    factor = len(heard) / len(samples)
    assert np.exp(-0.161) < factor < np.exp(0.161)
    assert np.array_equal(heard, another_voice(samples, RATE_HZ, drawn(seed)))
    voice = speak("anger", 0, 0)
    other = another_voice(voice, RATE_HZ, drawn(seed))
    assert len(other) / len(voice) == pytest.approx(factor, abs=1e-3)
    assert power(other) == pytest.approx(power(voice), rel=0.02)


@given(seed=st.integers(0, 2**32), tone_hz=st.floats(80, 3000))
@settings(max_examples=40, deadline=None)
def test_another_voice_is_higher_as_it_is_faster(seed: int, tone_hz: float) -> None:
    """A tone moves by the factor by which the sound gets shorter, and stays a tone."""
    tone = np.sin(2 * np.pi * tone_hz * np.arange(2 * RATE_HZ) / RATE_HZ).astype(np.float32)
    heard = another_voice(tone, RATE_HZ, drawn(seed))
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard)))) ** 2
    peak_hz = np.fft.rfftfreq(len(heard), 1 / RATE_HZ)[spectrum.argmax()]
    assert peak_hz == pytest.approx(tone_hz * len(tone) / len(heard), abs=1)
    around = slice(max(0, spectrum.argmax() - 5), spectrum.argmax() + 6)
    assert spectrum[around].sum() > 0.999 * spectrum.sum()


@given(place=st.integers(0, 2**32), noise=st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_place_is_the_same_for_every_recording(place: int, noise: int) -> None:
    """What one speaker says in one place is one voice in one room: between takes only the noise differs."""
    voice = speak("anger", 1, 0)
    one, other = (
        elsewhere(voice, RATE_HZ, drawn(place), drawn(seed)).astype(np.float64) for seed in (noise, noise + 1)
    )
    assert np.corrcoef(one, other)[0, 1] > 0.9  # the noise is at least 12 dB below the voice


@dataclass(frozen=True)
class Drawn:
    """A generator of which the test says what it draws."""

    chances: Iterator[float] = field(default_factory=lambda: itertools.repeat(1.0))
    snr_db: float = 0.0
    chance: np.random.Generator = field(default_factory=lambda: drawn(5))

    def random(self) -> float:
        return next(self.chances)

    def uniform(self, low: float, high: float) -> float:
        """Return the ratio for its range, full level for the gain's, else the lowest."""
        return {(12.0, 45.0): self.snr_db, (-30, 0): 0.0}.get((low, high), low)

    def standard_normal(self, *of: Any) -> Any:
        return self.chance.standard_normal(*of)

    def integers(self, high: int) -> int:
        return int(self.chance.integers(high))


@pytest.mark.parametrize("babbles", [False, True])
@pytest.mark.parametrize("snr_db", [12.0, 20.0, 40.0])
def test_noise_is_as_loud_as_asked(monkeypatch: pytest.MonkeyPatch, snr_db: float, *, babbles: bool) -> None:
    """Signal to noise is what was drawn, be it a hiss or many voices: measured by fitting both."""
    monkeypatch.setattr(augment, "microphone_response", lambda hz, _rate_hz, _rng: np.ones_like(hz))
    voice = speak("anger", 2, 1)
    place = Drawn(iter([1.0, 0.0 if babbles else 1.0]), snr_db)
    heard = disturb(voice, RATE_HZ, place, Drawn())  # type: ignore[arg-type]  # what a Generator draws
    if babbles:
        around = babble(voice, drawn(5))
    else:
        around = heard - voice * (np.dot(heard, voice) / np.dot(voice, voice))
    gains = np.linalg.lstsq(np.stack([voice, around], 1), heard, rcond=None)[0]
    levels_db = 10 * np.log10([power(gain * part) for gain, part in zip(gains, (voice, around), strict=True)])
    assert levels_db[0] - levels_db[1] == pytest.approx(snr_db, abs=0.5)
    residue = heard - np.stack([voice, around], 1) @ gains
    assert power(residue) < 1e-8


def test_babble_is_the_voice_at_other_moments() -> None:
    """As many voices as asked for, anywhere in the recording, none louder than it."""
    click = np.zeros(1000, np.float32)
    click[300] = 1
    clicks = [babble(click, drawn(seed), voices=4) for seed in range(50)]
    assert [one.sum() for one in clicks] == [4] * 50
    assert np.ptp(np.argmax(clicks, 1)) > 300
    assert babble(np.zeros(10, np.float32), drawn(1)).tolist() == [0] * 10


@given(seed=st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_a_room_answers_after_the_voice_and_dies_away(seed: int) -> None:
    """The direct sound comes first and is at least as loud as the tail, which has lost 50 dB at its end."""
    response = room_response(RATE_HZ, drawn(seed))
    assert 0.1 * RATE_HZ - 1 <= len(response) <= 0.5 * RATE_HZ
    assert np.abs(response).argmax() == 0
    tail = response[1:]
    assert np.sum(tail**2) <= 1.0001
    tenth = len(tail) // 10
    assert 10 * np.log10(power(tail[-tenth:]) / power(tail[:tenth])) == pytest.approx(-54, abs=6)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=50, deadline=None)
def test_a_microphone_colours_without_deafness(seed: int) -> None:
    """Smooth, within some 25 dB over the band of speech; a telephone loses what is outside its own."""
    hz = np.fft.rfftfreq(4096, 1 / RATE_HZ).astype(np.float32)
    gain_db = 20 * np.log10(microphone_response(hz, RATE_HZ, drawn(seed)))
    assert gain_db.shape == hz.shape
    speech = gain_db[(hz > 350) & (hz < 3_350)]
    assert np.abs(speech).max() < 25
    assert np.abs(np.diff(speech)).max() < 1
    edge_db = gain_db[np.searchsorted(hz, 3_420)] - gain_db[np.searchsorted(hz, 3_380)]
    assert edge_db < -35 or abs(edge_db) < 2


@pytest.mark.parametrize(("slope", "octave_db"), [(0.0, 0), (0.5, -3), (1.0, -6)])
def test_noise_is_white_to_brown(slope: float, octave_db: float) -> None:
    """Its power falls by 0 to 6 dB an octave, as asked."""
    hz = np.fft.rfftfreq(65_536, 1 / RATE_HZ).astype(np.float32)
    levels_db = 10 * np.log10(np.abs(noise_spectrum(hz, slope, drawn(1))) ** 2)
    octaves = [levels_db[(hz >= low) & (hz < 2 * low)].mean() for low in (125, 250, 500, 1000, 2000, 4000)]
    assert np.polyfit(range(6), octaves, 1)[0] == pytest.approx(octave_db, abs=0.3)
