"""One stream, one answer: the same in any chunks, in time, about speech alone, in bounded memory."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.files import read_at_rate, read_audio
from ser_desktop.engine.pipeline import Pipeline, Rules, Step
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.silero import CHUNK_SAMPLES
from ser_desktop.features.speech import SpeechRules, UtteranceTracker
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, State, Trace
from tests.engine.streams import answers_of, assert_same, finished, scripted, segments_of, steps_of
from tests.sounds import RATE_HZ, chunk_sizes, noise, pieces, silence, spread, tone

RULES = Rules()
FIRST_SENTENCE_S = 1.4


@pytest.fixture(scope="module")
def beginning(demo: Float32) -> Float32:
    """Return the demo's first sentence and the pauses around it."""
    return demo[: round(5.7 * RATE_HZ)]


@pytest.fixture(scope="module")
def whole(runner: Runner, beginning: Float32) -> tuple[list[Step], Trace]:
    """Push the beginning at once; return its steps and the picture at its end."""
    pipeline = Pipeline(runner, RATE_HZ)
    return finished(pipeline, [beginning]), pipeline.trace()


@pytest.fixture(scope="module")
def demo_steps(runner: Runner, demo: Float32) -> list[Step]:
    """Return the steps over the whole demo clip."""
    return steps_of(runner, [demo])


@pytest.fixture(scope="module")
def monologue(demo: Float32, demo_steps: list[Step]) -> Float32:
    """Join the demo's sentences to 35 seconds of speech without a pause."""
    spoken = [(round(one.start_s * RATE_HZ), round(one.end_s * RATE_HZ)) for one in segments_of(demo_steps)]
    voice = np.concatenate([demo[start:end] for start, end in spoken])
    return np.tile(voice, 3)[: 35 * RATE_HZ]


@settings(max_examples=8)
@given(sizes=chunk_sizes())
def test_chunks_do_not_matter(
    runner: Runner, beginning: Float32, whole: tuple[list[Step], Trace], sizes: list[int]
) -> None:
    """A stream in random chunks decides exactly as the whole clip does, and draws the same picture."""
    stream = Pipeline(runner, RATE_HZ)
    assert_same(finished(stream, pieces(beginning, sizes)), whole[0])
    np.testing.assert_equal(vars(stream.trace()), vars(whole[1]))
    assert stream.time_s == len(beginning) / RATE_HZ


OTHERS = {
    "often": Rules(hop_s=0.1, smoothing_s=0.0),
    "seldom": Rules(hop_s=1.0, smoothing_s=5.0, unsure_below=0.9),
    "a short window": Rules(window_s=1.0, unsure_below=0.0),
    "odd numbers": Rules(hop_s=0.33, window_s=1.77, speech=SpeechRules(0.9)),
    "a wide gate": Rules(hop_s=0.5, window_s=10.0, speech=SpeechRules(0.1)),
}


@pytest.mark.parametrize("rules", OTHERS.values(), ids=OTHERS.keys())
def test_chunks_do_not_matter_under_other_rules(runner: Runner, beginning: Float32, rules: Rules) -> None:
    """What a person sets changes the answers, but not that they rest on fixed samples."""
    whole, stream = Pipeline(runner, RATE_HZ, rules), Pipeline(runner, RATE_HZ, rules)
    at_once = finished(whole, [beginning])
    sizes = np.random.default_rng(5).integers(0, 4000, 200).tolist()
    assert_same(finished(stream, pieces(beginning, sizes)), at_once)
    np.testing.assert_equal(vars(stream.trace()), vars(whole.trace()))
    assert segments_of(at_once)


def test_a_shorter_window_hears_only_the_end(runner: Runner, beginning: Float32) -> None:
    """Each answer is the model's on the last second of the utterance, no matter what was said before."""
    spec, frames = runner.manifest.spec, clip_features(beginning, runner.manifest.spec)
    steps = finished(Pipeline(runner, RATE_HZ, Rules(window_s=1.0)), [beginning])
    (segment,) = segments_of(steps)
    begin = round(segment.start_s * RATE_HZ) // spec.hop_samples
    heard = 0
    for step in answers_of(steps):
        complete = round(step.time_s * RATE_HZ) - spec.frame_samples - spec.margin_samples
        now = complete // spec.hop_samples + 1
        expected, _, _ = runner.predict(frames[max(begin, now - 100) : now])
        assert step.probabilities is not None
        np.testing.assert_allclose(step.probabilities, expected, atol=1e-4)
        heard += now - begin > 100
    assert heard >= 3


def test_who_is_never_sure_names_nothing(runner: Runner, demo: Float32) -> None:
    """And who always is names something at each answer; the probabilities are the same."""
    never, always = (
        finished(Pipeline(runner, RATE_HZ, Rules(unsure_below=value)), [demo]) for value in (1.0, 0.0)
    )
    assert not any(segment.prediction.label for segment in segments_of(never))
    assert all(segment.prediction.label for segment in segments_of(always))
    assert {step.state for step in answers_of(never)} == {State.UNSURE}
    assert {step.state for step in answers_of(always)} == {State.LISTENING}
    for one, other in zip(answers_of(never), answers_of(always), strict=True):
        np.testing.assert_array_equal(one.probabilities, other.probabilities)


def shown(steps: list[Step]) -> Float32:
    """Return the probabilities [n, C] that are shown."""
    return np.stack([step.prediction.probabilities for step in steps if step.prediction is not None])


def test_without_smoothing_each_answer_is_shown_as_it_is(runner: Runner, beginning: Float32) -> None:
    """With much of it hardly anything moves."""
    plain, slow = (
        answers_of(finished(Pipeline(runner, RATE_HZ, Rules(smoothing_s=value)), [beginning]))
        for value in (0.0, 5.0)
    )
    own = np.stack([step.probabilities for step in plain if step.probabilities is not None])
    np.testing.assert_allclose(shown(plain), own, atol=1e-6)
    assert np.abs(shown(slow) - own[0]).max() < 0.6 * np.abs(own - own[0]).max()


def test_a_narrower_gate_lets_less_through(runner: Runner, demo: Float32) -> None:
    """The speech that is heard only shrinks with the threshold."""
    heard_s = [
        sum(
            segment.end_s - segment.start_s
            for segment in segments_of(
                finished(Pipeline(runner, RATE_HZ, Rules(speech=SpeechRules(threshold))), [demo])
            )
        )
        for threshold in (0.1, 0.5, 0.9)
    ]
    assert heard_s == sorted(heard_s, reverse=True)
    assert heard_s[-1] > 5.0


def test_a_stream_is_drawn_on_behind_another(runner: Runner, beginning: Float32) -> None:
    """The picture goes on, envelope and attention where they belong, if only the rules changed."""
    first = Pipeline(runner, RATE_HZ)
    finished(first, [silence(2.0)])
    second = Pipeline(runner, RATE_HZ, began_s=first.time_s, before=first)
    finished(second, [beginning])
    alone = Pipeline(runner, RATE_HZ)
    finished(alone, [beginning])
    after, own = second.trace(), alone.trace()
    assert after.end_s == pytest.approx(own.end_s + 2.0)
    columns = round(own.end_s / own.step_s)
    np.testing.assert_array_equal(after.envelope[-columns:], own.envelope[-columns:])
    np.testing.assert_array_equal(after.attention[-columns:], own.attention[-columns:])


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 22_050, 44_100, 48_000])
def test_chunks_do_not_matter_at_any_rate(runner: Runner, beginning: Float32, rate_hz: int) -> None:
    """The same at the rates of microphones and files."""
    sound = soxr.resample(beginning, RATE_HZ, rate_hz)
    sizes = np.random.default_rng(rate_hz).integers(0, rate_hz // 20, 300).tolist()
    stream = steps_of(runner, pieces(sound, sizes), rate_hz)
    assert_same(stream, steps_of(runner, [sound], rate_hz))
    assert len(segments_of(stream)) == 1
    assert stream[-1].time_s == pytest.approx(len(beginning) / RATE_HZ, abs=1e-3)


@pytest.mark.corpora
def test_chunks_do_not_matter_on_real_clips(runner: Runner, corpora: Path) -> None:
    """A recording of each corpus, in the uneven chunks of a sound card."""
    for clip in spread(corpora, 1):
        samples, rate_hz = read_audio(clip)
        sizes = np.random.default_rng(1).integers(0, 700, len(samples) // 350).tolist()
        stream = steps_of(runner, pieces(samples, sizes), rate_hz)
        assert_same(stream, steps_of(runner, [samples], rate_hz))


def onsets_s(samples: Float32) -> list[float]:
    """Return the times at which it gets loud after at least a second below -40 dBFS."""
    loud = np.flatnonzero(np.abs(samples) > 0.01)
    gaps = np.diff(loud, prepend=-RATE_HZ - 1)
    return [float(at) / RATE_HZ for at in loud[gaps > RATE_HZ]]


def test_the_first_answer_comes_within_a_second_then_four_a_second(
    demo: Float32, demo_steps: list[Step]
) -> None:
    """After each of the demo's onsets, in the stream's own time; to its end the answers keep their pace."""
    answers = [step.time_s for step in answers_of(demo_steps)]
    found = segments_of(demo_steps)
    onsets = onsets_s(demo)
    assert len(found) == len(onsets) == 4
    assert onsets[0] == pytest.approx(FIRST_SENTENCE_S, abs=0.05)
    for onset_s, segment in zip(onsets, found, strict=True):
        assert segment.start_s == pytest.approx(onset_s, abs=0.3)
        within = [time_s for time_s in answers if segment.start_s < time_s <= segment.end_s + 0.2]
        assert 0.3 < within[0] - onset_s <= 1.0
        assert all(after - before <= 0.25 + 1e-9 for before, after in itertools.pairwise(within))
        assert within[-1] >= segment.end_s - 0.25


@pytest.mark.corpora
def test_real_speech_is_answered_in_time(runner: Runner, corpora: Path) -> None:
    """Two recordings of each corpus, after a second of silence."""
    for clip in spread(corpora, 2):
        samples = np.concatenate([silence(1.0), read_at_rate(clip, RATE_HZ), silence(1.0)])
        steps = steps_of(runner, [samples])
        assert segments_of(steps), clip.name
        for segment in segments_of(steps):
            times = [step.time_s for step in answers_of(steps) if step.time_s > segment.start_s]
            assert segment.end_s - segment.start_s < 1.0 or times[0] - segment.start_s <= 1.0, clip.name


def test_an_answer_rests_on_the_utterance_alone(
    runner: Runner, demo: Float32, demo_steps: list[Step]
) -> None:
    """Each is the model's on the frames from the utterance's begin to now.

    A segment is the mean of the full windows among them and of the one that ends with the utterance.
    """
    spec = runner.manifest.spec
    frames = clip_features(demo, spec)
    for segment in segments_of(demo_steps):
        own = [
            step for step in answers_of(demo_steps) if segment.start_s < step.time_s <= segment.end_s + 0.2
        ]
        begin, end = (round(at_s * RATE_HZ) // spec.hop_samples for at_s in (segment.start_s, segment.end_s))
        judging = [runner.predict(frames[begin:end])[0]]
        for step in own:
            complete = round(step.time_s * RATE_HZ) - spec.frame_samples - spec.margin_samples
            now = complete // spec.hop_samples + 1
            expected, _, _ = runner.predict(frames[begin:now])
            assert step.probabilities is not None
            np.testing.assert_allclose(step.probabilities, expected, atol=1e-4)
            judging += [expected] if now - begin >= runner.manifest.window_frames else []
        assert own[0].prediction is not None
        np.testing.assert_array_equal(own[0].prediction.probabilities, own[0].probabilities)
        mean = np.mean(judging, axis=0)
        np.testing.assert_allclose(segment.prediction.probabilities, mean, atol=1e-4)


def test_a_pause_keeps_the_last_answer(runner: Runner, demo: Float32) -> None:
    """Nothing is asked about silence: the prediction stands until the utterance ends, then there is none."""
    sound = np.concatenate([demo[: round(4.6 * RATE_HZ)], silence(1.5)])
    steps = steps_of(runner, [sound])
    last = answers_of(steps)[-1]
    ended = next(step for step in steps if step.segment)
    assert ended.segment is not None
    assert last.time_s <= ended.segment.end_s + RULES.hop_s
    pause = [step for step in steps if last.time_s < step.time_s < ended.time_s]
    assert pause
    assert all(step.prediction is last.prediction for step in pause)
    after = [step for step in steps if step.time_s >= ended.time_s]
    assert all((step.state, step.prediction) == (State.NO_SPEECH, None) for step in after)


def test_states_follow_the_prediction(demo_steps: list[Step]) -> None:
    """Unsure exactly where the prediction names no label; listening until there is a first one."""
    for step in demo_steps:
        if step.prediction is None:
            assert step.state in {State.NO_SPEECH, State.LISTENING}
        else:
            assert step.state is (State.UNSURE if step.prediction.label is None else State.LISTENING)
        if step.probabilities is not None:
            assert step.probabilities.sum() == pytest.approx(1, abs=1e-5)
            assert step.prediction is not None


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(silence(3.0), id="digital zeros"),
        pytest.param(noise(3.0, 1e-3), id="a quiet room"),
        pytest.param(noise(3.0, 0.3), id="a fan"),
        pytest.param(tone(440.0, 3.0), id="a tone"),
        pytest.param(np.ones(48_000, np.float32), id="stuck at full scale"),
        pytest.param(np.full(48_000, np.nan, np.float32), id="not a number"),
        pytest.param(silence(0.0), id="nothing"),
        pytest.param(noise(0.001, 0.1), id="sixteen samples"),
    ],
)
def test_what_is_no_speech_gets_no_answer(runner: Runner, sound: Float32) -> None:
    """Silence is never "neutral": no prediction, no segment, only the state."""
    for step in steps_of(runner, [sound]):
        assert step.state is State.NO_SPEECH
        assert step.probabilities is None
        assert step.prediction is None
        assert step.segment is None


@pytest.mark.parametrize(("start_s", "end_s"), [(1.4, 1.7), (1.4, 1.8), (2.0, 2.4), (18.0, 18.5)])
def test_a_lone_word_gets_its_answer(runner: Runner, demo: Float32, start_s: float, end_s: float) -> None:
    """A word too short for a live answer, or almost, is one utterance with a decision."""
    word = demo[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)]
    steps = steps_of(runner, [np.concatenate([silence(1.0), word, silence(1.5)])])
    (segment,) = segments_of(steps)
    assert segment.start_s == pytest.approx(1.0, abs=0.2)
    assert segment.end_s == pytest.approx(1.0 + end_s - start_s, abs=0.15)
    assert segment.prediction.probabilities.sum() == pytest.approx(1, abs=1e-5)


def test_a_monologue_is_cut(runner: Runner, monologue: Float32) -> None:
    """Speech without a pause becomes segments of about ten seconds that touch, and answers never stop."""
    steps = steps_of(runner, [monologue])
    found = segments_of(steps)
    lengths = [one.end_s - one.start_s for one in found]
    assert all(RULES.shortest_s <= length <= RULES.longest_segment_s + RULES.hop_s for length in lengths)
    assert len(found) == 4
    assert sum(lengths) > 34
    assert all(before.end_s == after.start_s for before, after in itertools.pairwise(found))
    assert len(answers_of(steps)) >= 4 * 34


@pytest.mark.parametrize("end_s", [1.9, 3.0, 3.1])
def test_the_end_of_the_stream_ends_the_utterance(runner: Runner, beginning: Float32, end_s: float) -> None:
    """Stopped in the middle of a sentence, what was said until then is a segment; the state is at rest."""
    steps = steps_of(runner, [beginning[: round(end_s * RATE_HZ)]])
    (segment,) = segments_of(steps)
    assert steps[-1].segment is segment
    assert steps[-1].state is State.NO_SPEECH
    assert segment.start_s == pytest.approx(FIRST_SENTENCE_S, abs=0.3)
    assert segment.end_s == pytest.approx(end_s, abs=0.05)


scripts = st.lists(
    st.tuples(st.sampled_from([0.0, RULES.speech.offset, 1.0]), st.integers(1, 60)), min_size=1, max_size=10
).map(lambda runs: [probability for probability, count in runs for _ in range(count)])


@settings(max_examples=15)
@given(script=scripts)
def test_segments_are_the_utterances(runner: Runner, script: list[float]) -> None:
    """Each utterance of the tracker, unless shorter than a word, is a chain of segments; nothing else is."""
    tracker, spoken = UtteranceTracker(SpeechRules()), []
    for probability in [*script, *[0.0] * 40]:
        was_speaking = tracker.speaking
        tracker.push(probability)
        if was_speaking and not tracker.speaking:
            spoken.append((tracker.start_sample, tracker.voiced_end_sample))
    shortest = RULES.shortest_s * RATE_HZ
    steps = finished(scripted(runner, script), [noise((len(script) + 40) * CHUNK_SAMPLES / RATE_HZ, 0.01)])
    found = [(round(one.start_s * RATE_HZ), round(one.end_s * RATE_HZ)) for one in segments_of(steps)]
    joined: list[tuple[int, int]] = []
    for start, end in found:
        assert shortest <= end - start <= (RULES.longest_segment_s + RULES.hop_s) * RATE_HZ
        if joined and joined[-1][1] == start and (joined[-1][0], start) not in spoken:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for (start, end), (heard_start, heard_end) in zip(
        joined, (one for one in spoken if one[1] - one[0] >= shortest), strict=True
    ):
        assert start == heard_start
        assert 0 <= heard_end - end < shortest


def test_two_utterances_in_one_hop_stay_two(runner: Runner) -> None:
    """One ends and the next begins within the same fifth of a second: neither the bars nor the times mix."""
    pause = -(-round(RULES.speech.hang_s * RATE_HZ) // CHUNK_SAMPLES)
    for offset in range(7):
        script = [0.0] * offset + [1.0] * 40 + [0.0] * pause + [1.0] * 40
        steps = finished(scripted(runner, script), [noise(5.0, 0.01)])
        first, second = segments_of(steps)
        lead = round(RULES.speech.lead_s * RATE_HZ)
        assert first.end_s == (offset + 40) * CHUNK_SAMPLES / RATE_HZ
        assert second.start_s == ((offset + 40 + pause) * CHUNK_SAMPLES - lead) / RATE_HZ


def test_a_click_of_speech_is_no_utterance(runner: Runner) -> None:
    """Two chunks that sound like speech are less than a word: the state shows them, no segment follows."""
    script = [0.0] * 3 + [1.0] * 2
    assert not segments_of(finished(scripted(runner, script), [noise(2.0, 0.01)]))


def test_quiet_and_loud_sound_alike(runner: Runner, demo: Float32, demo_steps: list[Step]) -> None:
    """The same voice 20 dB quieter: the same utterances and decisions, mostly hardly another answer.

    Where a quiet pause after a sentence is heard half a second longer, the answer moves by more.
    """
    quiet = segments_of(steps_of(runner, [np.float32(0.1) * demo]))
    moved = []
    for one, other in zip(segments_of(demo_steps), quiet, strict=True):
        assert other.start_s == pytest.approx(one.start_s, abs=0.2)
        assert other.prediction.label == one.prediction.label
        moved.append(np.abs(np.subtract(other.prediction.probabilities, one.prediction.probabilities)).max())
    assert np.median(moved) < 0.05


def test_bad_samples_do_not_last(runner: Runner, beginning: Float32) -> None:
    """A burst of no numbers before somebody speaks is silence, and nothing later is any different."""
    silent, broken = beginning.copy(), beginning.copy()
    silent[3000:3100] = 0.0
    broken[3000:3100:3], broken[3001:3100:3], broken[3002:3100:3] = np.nan, np.inf, -1e30
    for rate_hz in (RATE_HZ, 44_100):
        assert_same(steps_of(runner, [broken], rate_hz), steps_of(runner, [silent], rate_hz))


def test_the_stream_may_begin_later(runner: Runner, beginning: Float32) -> None:
    """A stream that goes on after a loss counts its time on: steps, segments and picture."""
    at_once, later = Pipeline(runner, RATE_HZ), Pipeline(runner, RATE_HZ, began_s=100.0)
    first, second = finished(at_once, [beginning]), finished(later, [beginning])
    for one, other in zip(first, second, strict=True):
        assert other.time_s == pytest.approx(one.time_s + 100)
        assert other.state is one.state
        if one.segment and other.segment:
            assert other.segment.start_s == pytest.approx(one.segment.start_s + 100)
            assert other.segment.end_s == pytest.approx(one.segment.end_s + 100)
    assert later.trace().end_s == pytest.approx(at_once.trace().end_s + 100)


def held(thing: Any, seen: set[int] | None = None) -> int:
    """Bytes of arrays and items of lists that an object of ours holds, all the way down."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    if isinstance(thing, np.ndarray):
        return max(thing.nbytes, thing.base.nbytes if isinstance(thing.base, np.ndarray) else 0)
    if isinstance(thing, list | tuple):
        return len(thing) + sum(held(one, seen) for one in thing)
    ours = type(thing).__module__.startswith("ser_desktop") and not isinstance(thing, Runner)
    return sum(held(one, seen) for one in vars(thing).values()) if ours and hasattr(thing, "__dict__") else 0


def test_nothing_grows(runner: Runner, demo: Float32) -> None:
    """Ten minutes leave as much in memory as one: speech every minute, and a quiet room in between."""
    minute = np.concatenate([demo[RATE_HZ : 4 * RATE_HZ], silence(57.0)])
    pipeline = Pipeline(runner, RATE_HZ // 2)
    sizes = []
    for _ in range(10):
        for chunk in np.array_split(minute[::2], 300):
            pipeline.push(chunk)
        sizes.append(held(pipeline))
    assert sizes[0] > 10_000
    assert max(sizes[1:]) <= sizes[0] + 20_000
    assert pipeline.time_s == pytest.approx(600, abs=1)
