"""Other rooms and microphones: they change the sound, never its length or its sense."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ser_desktop.results import Float32
from ser_desktop.training import augment
from ser_desktop.training.augment import disturb, microphone_response, noise_spectrum, room_response
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
    heard = disturb(samples, rate_hz, drawn(seed))
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
    heard = disturb(voice, RATE_HZ, drawn(seed))
    likeness = np.corrcoef(voice, heard)[0, 1]
    assert likeness < 0.9999
    envelopes = [np.array([power(part) for part in np.array_split(x, 40)]) ** 0.5 for x in (voice, heard)]
    before, after = (envelope - envelope.mean() for envelope in envelopes)
    shifts = np.correlate(before, after, mode="full")
    assert abs(int(shifts.argmax()) - 39) <= 2


def test_the_generator_alone_decides() -> None:
    """The same seed draws the same path, another seed another; a whole training hangs on it."""
    voice = speak("neutral", 0, 0)
    assert np.array_equal(disturb(voice, RATE_HZ, drawn(1)), disturb(voice, RATE_HZ, drawn(1)))
    assert not np.array_equal(disturb(voice, RATE_HZ, drawn(1)), disturb(voice, RATE_HZ, drawn(2)))


@pytest.mark.parametrize("snr_db", [8.0, 20.0, 40.0])
def test_noise_is_as_loud_as_asked(monkeypatch: pytest.MonkeyPatch, snr_db: float) -> None:
    """Signal to noise is what was drawn: measured as what is left when the voice is fitted away."""
    monkeypatch.setattr(augment, "microphone_response", lambda hz, _rate_hz, _rng: np.ones_like(hz))

    class Drawn:
        """No room, this ratio, full level; noise from a real generator."""

        random = staticmethod(lambda: 1.0)
        standard_normal = staticmethod(drawn(5).standard_normal)
        uniform = staticmethod(lambda low, high: snr_db if (low, high) == (8, 40) else 0.0)

    voice = speak("anger", 2, 1)
    heard = disturb(voice, RATE_HZ, Drawn())  # type: ignore[arg-type]  # decides what a Generator draws
    fitted = voice * (np.dot(heard, voice) / np.dot(voice, voice))
    measured_db = 10 * np.log10(power(fitted) / power(heard - fitted))
    assert measured_db == pytest.approx(snr_db, abs=0.5)


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


def test_noise_is_white_to_brown() -> None:
    """Its power falls by 0 to 6 dB an octave, and the slopes differ."""
    hz = np.fft.rfftfreq(65_536, 1 / RATE_HZ).astype(np.float32)
    slopes = []
    for seed in range(20):
        levels_db = 10 * np.log10(np.abs(noise_spectrum(hz, drawn(seed))) ** 2)
        octaves = [
            levels_db[(hz >= low) & (hz < 2 * low)].mean() for low in (125, 250, 500, 1000, 2000, 4000)
        ]
        slopes.append(np.polyfit(range(6), octaves, 1)[0])
    assert -6.5 < min(slopes) < -4
    assert -2 < max(slopes) < 0.5
