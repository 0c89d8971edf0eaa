"""The conditions of the robustness test do what their names say, to the decibel."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import signal

from ser_desktop.results import Float32
from ser_desktop.training import augment
from ser_desktop.training.protocols.conditions import (
    CONDITIONS,
    SMALL_CHANGES,
    TWENTY_DB,
    opus_file,
    room_response,
)
from ser_desktop.training.protocols.energy import spoken_span
from tests.sounds import RATE_HZ, noise, silence, tone
from tests.training.voices import speak

VOICES = [speak("neutral", speaker, 0) for speaker in range(1, 7)]
CLIP = speak("anger", 0, 0)


def heard(condition: str, samples: Float32 = CLIP, seed: int = 1) -> Float32:
    return CONDITIONS[condition](samples, RATE_HZ, np.random.default_rng(seed), VOICES)


def level_db(samples: Float32) -> float:
    return float(10 * np.log10(np.mean(np.square(samples, dtype=np.float64))))


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("samples", [CLIP, silence(1.0), 8 * CLIP], ids=["voice", "silence", "overdriven"])
def test_whatever_comes_a_sound_goes(condition: str, samples: Float32) -> None:
    """Finite samples, as many as before but where the beginning is lost; drawn by the generator alone."""
    told = heard(condition, samples)
    assert told.dtype == np.float32
    assert len(samples) - len(told) == (992 if condition == "first 62 ms lost" else 0)
    assert np.isfinite(told).all()
    assert np.array_equal(told, heard(condition, samples))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_changes_the_voice(condition: str) -> None:
    """A test in which nothing happens would be passed by all."""
    told = heard(condition)
    assert not np.array_equal(told, CLIP[-len(told) :]) or len(told) < len(CLIP)


def test_the_thresholds_name_conditions() -> None:
    """What is said to be a small change is one of those that are measured."""
    assert {*SMALL_CHANGES, *TWENTY_DB} <= set(CONDITIONS)


@pytest.mark.parametrize("gain_db", [-20, -12, -6, -2, 2, 6])
def test_gain_is_a_sound_cards(gain_db: int) -> None:
    """The level asked for, on the steps of 16 bits, and no sample beyond full scale."""
    told = heard(f"gain {gain_db:+d} dB")
    assert level_db(told) - level_db(CLIP) == pytest.approx(gain_db, abs=0.05)
    assert np.array_equal(told * 32768, np.round(told * 32768))
    loud = heard(f"gain {gain_db:+d} dB", CLIP / np.abs(CLIP).max())
    assert np.abs(loud).max() <= 1
    assert np.mean(np.abs(loud) > 0.999) > 0.01 or gain_db < 0


@pytest.mark.parametrize("kind", ["white noise", "babble"])
@pytest.mark.parametrize("snr_db", [35, 20, 10, 0])
def test_noise_is_as_loud_as_asked_while_somebody_speaks(kind: str, snr_db: int) -> None:
    """Signal to noise counts the speech, not the silence around it."""
    start, end = spoken_span(CLIP, RATE_HZ)
    added = heard(f"{kind} {snr_db} dB") - CLIP
    assert level_db(CLIP[start:end]) - level_db(added[start:end]) == pytest.approx(snr_db, abs=0.1)


def test_white_noise_is_white() -> None:
    """As strong in each of four bands."""
    added = heard("white noise 0 dB") - CLIP
    power = np.abs(np.fft.rfft(added)) ** 2
    bands_db = [10 * np.log10(part.mean()) for part in np.array_split(power, 4)]
    assert max(bands_db) - min(bands_db) < 0.5


def test_babble_is_the_other_voices_from_its_first_sample_to_its_last() -> None:
    """All of them are in it, equally loud, so no one voice is followed; other seeds, other moments."""
    added = heard("babble 0 dB") - CLIP
    spectrum = np.abs(np.fft.rfft(added))
    hz = np.fft.rfftfreq(len(added), 1 / RATE_HZ)
    for speaker in range(1, 7):
        pitch = (hz > 0.93 * (100 + 12 * speaker)) & (hz < 1.07 * (100 + 12 * speaker))
        assert spectrum[pitch].max() > 0.1 * spectrum.max()
    tenths_db = [level_db(part) for part in np.array_split(added, 10)]
    assert max(tenths_db) - min(tenths_db) < 6
    assert not np.array_equal(heard("babble 0 dB"), heard("babble 0 dB", seed=2))


@pytest.mark.parametrize(
    ("hz", "most_db", "least_db"),
    [(100, -30, None), (250, -3, None), (400, 1, -1), (3000, 1, -1), (3900, -10, None), (5000, -60, None)],
)
def test_a_telephone_passes_its_band(hz: int, most_db: float, least_db: float | None) -> None:
    """300 to 3400 Hz, and no more."""
    before = tone(hz, 1.0)
    middle = slice(4000, 12_000)
    change_db = level_db(heard("telephone band", before)[middle]) - level_db(before[middle])
    assert change_db < most_db
    assert least_db is None or change_db > least_db


def test_a_small_room_answers() -> None:
    """The direct sound first and strongest, then echoes, falling 60 dB in about a third of a second."""
    response = room_response(RATE_HZ)
    assert np.sum(response**2) == pytest.approx(1, abs=1e-4)
    assert np.abs(response).argmax() == 0
    left_db = 10 * np.log10(np.cumsum(response[::-1] ** 2)[::-1])
    fall_20_db_s = (np.argmax(left_db < -25) - np.argmax(left_db < -5)) / RATE_HZ
    assert 0.2 < 3 * fall_20_db_s < 0.4
    click = np.zeros(8000, np.float32)
    click[100] = 1
    told = heard("small room", click)
    assert np.abs(told[:100]).max() < 1e-6
    assert np.allclose(told[100 : 100 + len(response)], response, atol=1e-5)


def test_the_room_is_not_one_that_training_draws() -> None:
    """Its first 20 ms are single echoes, where the training's rooms are even noise: another kurtosis."""

    def kurtosis(response: Float32) -> float:
        return float(np.mean(response**4) / np.mean(response**2) ** 2)

    drawn = [augment.room_response(RATE_HZ, np.random.default_rng(seed))[1:320] for seed in range(20)]
    assert kurtosis(room_response(RATE_HZ)[1:320]) > 2 * max(map(kurtosis, drawn))


def test_clipping_hits_its_share() -> None:
    """Three samples in a thousand are cut; the others stay."""
    told = heard("clipping 0.3 %")
    assert np.mean(told != CLIP) == pytest.approx(0.003, abs=2e-4)
    assert np.unique(np.abs(told[told != CLIP])).size == 1


def test_the_lost_beginning_is_the_first_62_ms() -> None:
    """The rest is untouched."""
    assert np.array_equal(heard("first 62 ms lost"), CLIP[992:])


def test_opus_takes_16_kbit_a_second() -> None:
    """Of steady talk, at variable rate; and what comes back is the voice, where it was."""
    talk = np.concatenate([voice[4000:-4000] for voice in VOICES] * 2)
    bits_s = 8 * len(opus_file(talk, RATE_HZ)) / (len(talk) / RATE_HZ)
    assert 12_000 < bits_s < 20_000
    told = heard("Opus 16 kbit/s", talk)
    shifts = signal.correlate(told, talk, "same")
    assert abs(int(shifts.argmax()) - len(talk) // 2) <= 1
    assert 0.8 < np.corrcoef(told, talk)[0, 1] < 0.9999


@pytest.mark.parametrize("gain_db", [-40, 0, 20])
@pytest.mark.parametrize("background_db", [-90, -60])
def test_speech_is_found_at_any_level_and_background(gain_db: int, background_db: int) -> None:
    """Within 30 ms of where a burst of sound was put into a room's noise."""
    room = noise(3.0, 10 ** (background_db / 20))
    room[16_000:28_000] += tone(200, 0.75, 0.1)
    start, end = spoken_span(np.float32(10 ** (gain_db / 20)) * room, RATE_HZ)
    assert start == pytest.approx(16_000, abs=480)
    assert end == pytest.approx(28_000, abs=480)


@pytest.mark.parametrize("samples", [silence(1.0), tone(200, 1.0), noise(1.0, 0.1), silence(0.001)])
def test_where_nothing_stands_out_all_counts(samples: Float32) -> None:
    """No recording is left without a span."""
    assert spoken_span(samples, RATE_HZ) == (0, len(samples))
