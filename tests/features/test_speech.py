"""Speech is found at any level, noise and tones never are, and utterances are kept straight."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.files import read_at_rate
from ser_desktop.features.silero import CHUNK_SAMPLES, RATE_HZ
from ser_desktop.features.speech import (
    HeldTone,
    SpeechDetector,
    SpeechRules,
    UtteranceTracker,
)
from ser_desktop.results import Float32
from tests.sounds import chirp, chunk_sizes, noise, pieces, silence, spread, tone

RULES = SpeechRules()
HANG_CHUNKS = -(-round(RULES.hang_s * RATE_HZ) // CHUNK_SAMPLES)
LEAD_SAMPLES = round(RULES.lead_s * RATE_HZ)


@dataclass(frozen=True)
class Utterance:
    """One utterance as a tracker told it, in samples; ``confirmed`` is when it was told first."""

    start: int
    confirmed: int
    voiced_end: int
    told_end: int | None


def utterances(probabilities: list[float], rules: SpeechRules = RULES) -> list[Utterance]:
    """Follow a tracker through chunks of these probabilities."""
    tracker = UtteranceTracker(rules)
    found: list[Utterance] = []
    confirmed: int | None = None
    for count, probability in enumerate(probabilities, 1):
        tracker.push(probability)
        now = count * CHUNK_SAMPLES
        if tracker.speaking:
            confirmed = confirmed or now
        elif confirmed:
            found.append(Utterance(tracker.start_sample, confirmed, tracker.voiced_end_sample, now))
            confirmed = None
    if confirmed:
        found.append(Utterance(tracker.start_sample, confirmed, tracker.voiced_end_sample, None))
    return found


def heard(samples: Float32) -> list[Utterance]:
    """Follow detector and tracker through samples [n]."""
    return utterances(SpeechDetector().push(samples))


@pytest.mark.parametrize("rms", [0.0, 3e-5, 1e-3, 1e-2, 0.1, 1.0])
def test_noise_is_no_speech(rms: float) -> None:
    """Neither digital silence nor noise from a whisper of a room to full scale begins an utterance."""
    assert heard(noise(5.0, rms)) == []


@pytest.mark.parametrize("hz", [50.0, 220.0, 1000.0, 3000.0])
@pytest.mark.parametrize("amplitude", [0.003, 0.5])
def test_tones_are_no_speech(hz: float, amplitude: float) -> None:
    """Mains hum, a whistle, a beep."""
    assert heard(tone(hz, 2.0, amplitude)) == []


def held(samples: Float32) -> list[bool]:
    """Ask of each chunk of samples [n] whether a tone is held."""
    whole = samples[: len(samples) // CHUNK_SAMPLES * CHUNK_SAMPLES]
    return HeldTone().push(whole.reshape(-1, CHUNK_SAMPLES))


@given(hz=st.floats(80, 7800), level_db=st.floats(-70, 0))
def test_a_held_tone_is_known_after_four_chunks(hz: float, level_db: float) -> None:
    """At any pitch and level, in a little noise."""
    sound = tone(hz, 0.5, 10 ** (level_db / 20)) + noise(0.5, 0.02 * 10 ** (level_db / 20))
    assert held(sound) == [False] * 3 + [True] * 12


def test_what_moves_or_is_more_is_no_held_tone(demo: Float32) -> None:
    """A glide, noise, a chord, silence, and a voice, whose pitch is never still."""
    chord = tone(220.0, 1.0) + tone(277.0, 1.0) + tone(330.0, 1.0)
    for sound in (chirp(1.0), noise(3.0, 0.1), chord, silence(1.0), demo):
        assert not any(held(sound))


@pytest.mark.corpora
def test_voices_hold_no_tone(corpora: Path) -> None:
    """Of the chunks that sound like speech in recordings of each corpus, less than half a percent."""
    likely = muted = 0
    for clip in spread(corpora, 4):
        samples = read_at_rate(clip, RATE_HZ)
        speech = np.array(SpeechDetector().push(samples)) >= RULES.threshold
        likely += int(speech.sum())
        network = SpeechDetector()
        network._tone = HeldTone(chunks=len(samples))
        muted += int((np.array(network.push(samples)) >= RULES.threshold).sum() - speech.sum())
    assert likely > 500
    assert muted < 0.005 * likely


def test_synthetic_speech_is_found(demo: Float32) -> None:
    """The four sentences of the demo clip, each within 0.3 s of where it begins after a pause."""
    found = heard(demo)
    assert len(found) == 4
    assert found[0].start / RATE_HZ == pytest.approx(1.4, abs=0.3)
    gaps_s = [(b.start - a.voiced_end) / RATE_HZ for a, b in itertools.pairwise(found)]
    assert all(gap_s > 1.0 for gap_s in gaps_s)


def voiced_share(samples: Float32) -> float:
    """Share of a clip that lies in utterances."""
    return sum(one.voiced_end - one.start for one in heard(samples)) / len(samples)


@pytest.mark.corpora
def test_real_speech_is_found_at_any_level(corpora: Path) -> None:
    """A speaker whose loudest sample is at 0, -20 or -40 dBFS is heard, and for about as long."""
    for clip in spread(corpora, 2):
        samples = read_at_rate(clip, RATE_HZ)
        full = samples / np.abs(samples).max()
        loud, quiet, faint = (voiced_share(np.float32(gain) * full) for gain in (1, 0.1, 0.01))
        assert loud > 0.2, clip.name
        assert quiet == pytest.approx(loud, abs=0.25), clip.name
        assert faint == pytest.approx(loud, abs=0.25), clip.name


def test_a_shout_deafens_for_seconds_only(demo: Float32) -> None:
    """After a bang at full scale a voice 30 dB below it is heard again within a few seconds."""
    sentence = demo[round(1.3 * RATE_HZ) : round(4.8 * RATE_HZ)]
    quiet = np.float32(10 ** (-30 / 20) / 0.5) * np.concatenate([sentence, silence(1.0), sentence])
    found = heard(np.concatenate([noise(0.1, 1.0), quiet]))
    assert found[-1].start / RATE_HZ == pytest.approx(0.1 + 3.5 + 1.0, abs=0.5)


@settings(max_examples=20)
@given(sizes=chunk_sizes())
def test_chunks_do_not_matter(demo: Float32, sizes: list[int]) -> None:
    """The same probabilities, but for the last digits, however the samples come."""
    samples = demo[20_000:40_000]
    detector = SpeechDetector()
    parts = [detector.push(piece) for piece in pieces(samples, sizes)]
    together = SpeechDetector().push(samples)
    np.testing.assert_allclose(list(itertools.chain(*parts)), together, atol=1e-5)


def test_a_reset_detector_is_a_new_one(demo: Float32) -> None:
    """Neither level nor the network's state nor half a chunk survive."""
    detector = SpeechDetector()
    detector.push(demo[20_000:40_100])
    detector.reset()
    assert detector.push(demo[:16_000]) == SpeechDetector().push(demo[:16_000])


@given(st.lists(st.sampled_from([0.0, 0.2, 0.44, 0.45, 0.48, 0.5, 0.9, 1.0]), max_size=150))
def test_utterances_are_ordered_and_disjoint(probabilities: list[float]) -> None:
    """Whatever the detector says, utterances follow each other without overlap, each with its reasons."""
    found = utterances(probabilities)
    for one in found:
        assert 0 <= one.start < one.confirmed <= one.voiced_end <= len(probabilities) * CHUNK_SAMPLES
        first = one.confirmed // CHUNK_SAMPLES - RULES.confirm_chunks
        begun = probabilities[first : first + RULES.confirm_chunks]
        assert all(probability >= RULES.threshold for probability in begun)
        assert first * CHUNK_SAMPLES - one.start <= LEAD_SAMPLES
        assert probabilities[one.voiced_end // CHUNK_SAMPLES - 1] >= RULES.offset
        if one.told_end is not None:
            pause = probabilities[one.voiced_end // CHUNK_SAMPLES : one.told_end // CHUNK_SAMPLES]
            assert len(pause) == HANG_CHUNKS
            assert all(probability < RULES.offset for probability in pause)
    for before, after in itertools.pairwise(found):
        assert before.voiced_end <= after.start
    quiet = [probability >= RULES.threshold for probability in probabilities]
    assert bool(found) == any(a and b for a, b in itertools.pairwise(quiet))


@pytest.mark.parametrize(
    ("chunks", "count"),
    [
        ([1.0], 0),
        ([1.0, 0.0, 1.0, 0.0, 1.0], 0),
        ([0.49] * 50, 0),
        ([0.5, 0.5], 1),
        ([1.0, 1.0, *[0.45] * 40, 1.0], 1),
        ([1.0, 1.0, *[0.0] * (HANG_CHUNKS - 1), 1.0, 1.0], 1),
        ([1.0, 1.0, *[0.0] * HANG_CHUNKS, 1.0, 1.0], 2),
        ([1.0, 1.0, *[0.0] * HANG_CHUNKS, 1.0], 1),
    ],
)
def test_what_counts_as_an_utterance(chunks: list[float], count: int) -> None:
    """A click is none, a short pause ends none, a murmur goes on, and after the hang a new one begins."""
    assert len(utterances(chunks)) == count


def test_a_reset_tracker_is_a_new_one() -> None:
    """Back to sample 0, in the middle of an utterance."""
    tracker = UtteranceTracker(RULES)
    for _ in range(40):
        tracker.push(1.0)
    tracker.reset()
    assert vars(tracker) == vars(UtteranceTracker(RULES))
