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
    """The same probabilities, to the last bit, however the samples come."""
    samples = demo[20_000:40_000]
    detector = SpeechDetector()
    parts = [detector.push(piece) for piece in pieces(samples, sizes)]
    assert list(itertools.chain(*parts)) == SpeechDetector().push(samples)


@settings(max_examples=20)
@given(count=st.integers(1, 12), length=st.integers(100, 4_000), before=st.integers(0, 1_000))
def test_blocks_are_so_many_pushes(demo: Float32, count: int, length: int, before: int) -> None:
    """Each with the chunks that it completed, also where half a chunk came before."""
    start, blocks = demo[20_000 : 20_000 + before], demo[30_000 : 30_000 + count * length].reshape(count, -1)
    together, apart = SpeechDetector(), SpeechDetector()
    together.push(start)
    apart.push(start)
    assert together.push_each(blocks) == [apart.push(block) for block in blocks]


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


@given(hz=st.floats(95, 7_900))
def test_the_strongest_partial_is_found_to_the_hertz(hz: float) -> None:
    """Between bins of 31 Hz as well; nearly all the power of a sine is its."""
    ((found, share),) = HeldTone()._strongest(tone(hz, 0.032)[None])
    assert found == pytest.approx(hz, abs=1.5)
    assert share > 0.99


@pytest.mark.parametrize("hz", [65.0, 80.0, 7_940.0, 7_975.0])
def test_a_partial_at_the_edge_of_what_is_heard_is_whole(hz: float) -> None:
    """Five bins are looked at there too, the outermost among them."""
    ((_, share),) = HeldTone()._strongest(tone(hz, 0.032)[None])
    assert share > 0.97


def followed(*partials: tuple[float, float]) -> list[bool]:
    """Follow partials of these frequencies and shares."""
    tracker = HeldTone()
    return [tracker._follow(hz, share) for hz, share in partials]


def test_a_tone_is_held_within_three_hertz() -> None:
    """From chunk to chunk, with 95 % of the power; both limits belong to it. Then four in a row count."""
    assert followed(*[(440.0, 0.95)] * 5) == [False] * 3 + [True] * 2
    assert followed(*[(440.0 + 3 * number, 1.0) for number in range(5)]) == [False] * 3 + [True] * 2
    assert not any(followed(*[(440.0 + 3.001 * number, 1.0) for number in range(9)]))
    assert not any(followed(*[(440.0, 0.9499)] * 9))
    leap = [(440.0, 1.0)] * 3 + [(500.0, 1.0)] * 4
    assert followed(*leap) == [False] * 6 + [True]
    noisy = [(440.0, 1.0)] * 3 + [(440.0, 0.5)] + [(440.0, 1.0)] * 4
    assert followed(*noisy) == [False] * 7 + [True]


class Echo:
    """Stands in for the network: takes all for speech, and keeps what it heard."""

    def __init__(self) -> None:
        self.heard: list[Float32] = []

    def probabilities(self, chunks: Float32) -> list[float]:
        """Take chunks [n, 512]."""
        self.heard += list(chunks)
        return [0.9] * len(chunks)


def listening() -> tuple[SpeechDetector, Echo]:
    """Return a detector and the stand-in for its network."""
    detector, network = SpeechDetector(), Echo()
    detector._network = network  # type: ignore[assignment]  # has the one method in use
    return detector, network


def test_what_the_network_hears_is_at_one_level() -> None:
    """Peaks at 0.5: at once when it gets louder, 6 dB a second when it gets quieter, by 40 dB at most."""
    one = noise(0.032, 1.0)
    one /= np.abs(one).max()
    seconds = 125  # chunks in 4 s
    gains = [0.1, 0.4, *[0.02] * seconds, 0.0005]
    detector, network = listening()
    detector.push(np.concatenate([np.float32(gain) * one for gain in gains]))
    peaks = [float(np.abs(chunk).max()) for chunk in network.heard]
    assert peaks[:2] == pytest.approx([0.5, 0.5])
    assert peaks[2] == pytest.approx(0.025 * 10 ** (6 * 0.032 / 20), rel=1e-4)
    assert peaks[1 + seconds] == pytest.approx(0.025 * 10 ** (6 * 4 / 20), rel=1e-3)
    assert len(network.heard) == len(gains)
    assert {chunk.dtype for chunk in network.heard} == {np.dtype(np.float32)}
    detector, network = listening()
    detector.push(np.float32(0.0005) * one)
    assert np.abs(network.heard[0]).max() == pytest.approx(0.05)
    detector.push(np.float32(0.006) * one)
    assert np.abs(network.heard[1]).max() == pytest.approx(0.5)


def test_what_is_too_faint_is_not_even_asked_about() -> None:
    """Below a peak of -75 dB it is silence; at that peak it is heard."""
    edge = 10 ** (-75 / 20)
    below, click = np.zeros(512, np.float32), np.zeros(512, np.float32)
    below[100] = np.float32(edge * 0.999)
    click[100] = np.float32(edge * 1.001)
    detector, network = listening()
    assert detector.push(np.concatenate([below, click, below])) == [0.0, 0.9, 0.0]
    assert len(network.heard) == 1


def test_a_held_tone_is_no_speech_whatever_the_network_says() -> None:
    """From its fourth chunk on, and again after a reset."""
    detector, _ = listening()
    for _ in range(2):
        assert detector.push(tone(440.0, 0.192)) == [0.9] * 3 + [0.0] * 3
        detector._tone.reset()


def test_a_chunk_is_told_with_its_last_sample() -> None:
    """Not one sample earlier; what is left over waits."""
    detector, _ = listening()
    assert detector.push(noise(1.0, 0.1)[:511]) == []
    assert detector.push(noise(1.0, 0.1)[:1]) == [0.9]
    assert detector.push(noise(1.0, 0.1)[:1_023]) == [0.9]
    assert detector.push(noise(1.0, 0.1)[:1]) == [0.9]


@pytest.mark.parametrize("threshold", [0.0, 0.0999, 0.9001, 1.0])
def test_a_gate_that_never_opens_or_never_shuts_is_refused(threshold: float) -> None:
    """The bounds themselves are taken; the fault names both."""
    assert (SpeechRules(threshold=0.1).offset, SpeechRules(threshold=0.9).offset) == pytest.approx(
        (0.09, 0.81)
    )
    with pytest.raises(ValueError, match=rf"^threshold is {threshold}, not between 0\.1 and 0\.9$"):
        SpeechRules(threshold=threshold)


def test_an_utterance_to_the_sample() -> None:
    """A lead before its first chunk, as far as there is sound before; its end with the last one of speech."""
    lead = 2_400
    chunks = [0.0] * 10 + [1.0] * 4 + [0.0] * 16 + [1.0] * 2
    first, second = utterances(chunks)
    assert first == Utterance(10 * 512 - lead, 12 * 512, 14 * 512, 30 * 512)
    assert second == Utterance(30 * 512 - lead, 32 * 512, 32 * 512, None)
    (at_once,) = utterances([1.0] * 2)
    assert at_once == Utterance(0, 1_024, 1_024, None)
    quick = SpeechRules(hang_s=0.032)  # one chunk
    near = utterances([1.0, 1.0, 0.0, 1.0, 1.0], quick)
    assert near == [Utterance(0, 1_024, 1_024, 1_536), Utterance(1_024, 2_560, 2_560, None)]


def test_a_murmur_goes_on_and_a_pause_ends_at_its_length() -> None:
    """At nine tenths of the threshold speech goes on; a pause as long as the hang ends it, none shorter."""
    rules = SpeechRules(hang_s=16 * 0.032)
    goes_on = 0.9 * rules.threshold
    (one,) = utterances([1.0, 1.0, *[goes_on] * 40], rules)
    assert (one.voiced_end, one.told_end) == (42 * 512, None)
    (short,) = utterances([1.0, 1.0, *[0.0] * 15, 1.0], rules)
    assert (short.voiced_end, short.told_end) == (18 * 512, None)
    (ended,) = utterances([1.0, 1.0, *[0.0] * 16], rules)
    assert (ended.voiced_end, ended.told_end) == (2 * 512, 18 * 512)


def test_at_rest_nothing_is_claimed() -> None:
    """No utterance, beginning nowhere."""
    tracker = UtteranceTracker(RULES)
    assert (tracker.speaking, tracker.start_sample, tracker.voiced_end_sample) == (False, 0, 0)
    assert tracker.speaking is False
    for probability in (1.0, 1.0, *[0.0] * HANG_CHUNKS):
        tracker.push(probability)
    assert tracker.speaking is False
