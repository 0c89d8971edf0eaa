"""A file sounds as it would have sounded live, and a broken one is told in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop import __version__, paths
from ser_desktop.audio.source import AudioSource
from ser_desktop.engine.hearing import Hearing, Setup
from ser_desktop.engine.jobs import (
    CancelledError,
    Progress,
    analyze_file,
    analyze_samples,
)
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.pipeline import Pipeline, Rules, Step
from ser_desktop.engine.trace import TraceBuilder
from ser_desktop.errors import UserError
from ser_desktop.features.speech import SpeechRules
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Answer, Runner
from ser_desktop.inference.smoothing import decide
from ser_desktop.results import Float32, Segment
from tests.engine.streams import answers_of, assert_same, finished, segments_of, steps_of
from tests.engine.test_live import until
from tests.fakes.source import FakeSource
from tests.sounds import RATE_HZ, noise, spread

DEMO = paths.assets() / "demo.flac"


def live(runner: Runner, source: AudioSource, setup: Setup | None = None) -> list[Segment]:
    """Listen to a source to its end."""
    steps: list[Step] = []
    engine = LiveEngine(runner, lambda _device: source, list, on_step=steps.append)
    if setup is not None:
        engine.use(setup)
    engine.start()
    until(lambda: not engine.running)
    engine.close()
    return segments_of(steps)


def test_a_file_is_heard_as_it_would_be_live(runner: Runner, demo: Float32) -> None:
    """The demo clip, analysed as a file and played to the live engine in other chunks: the same segments."""
    analysis = analyze_file(runner, DEMO)
    assert_same(analysis.segments, live(runner, FakeSource(demo, chunk=17_001, ends=True)))
    assert len(analysis.segments) == 4
    assert analysis.duration_s == pytest.approx(len(demo) / RATE_HZ)
    assert analysis.origin.model == runner.manifest.name


RULES = [
    Rules(hop_s=0.1, window_s=1.5, smoothing_s=0.0, unsure_below=0.7),
    Rules(hop_s=0.7, window_s=3.0, speech=SpeechRules(0.8), adapts=True),
]


@pytest.mark.parametrize("rules", [Rules(), *RULES])
def test_without_the_course_the_judgement_is_the_same(
    runner: Runner, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Utterances and the whole, to the last digit, of fewer questions to the network."""
    asked = 0

    def run(window: Float32) -> Answer:
        nonlocal asked
        asked += 1
        return answer(window)

    answer = runner.run
    monkeypatch.setattr(runner, "run", run)
    followed, asked_for_all = analyze_file(runner, DEMO, rules=rules), asked
    judged = analyze_file(runner, DEMO, rules=rules, course=False)
    assert_same(judged.segments, followed.segments)
    assert judged.prediction is not None
    assert followed.prediction is not None
    np.testing.assert_array_equal(judged.prediction.probabilities, followed.prediction.probabilities)
    assert asked - asked_for_all < asked_for_all
    assert set(judged.course.times_s) < set(followed.course.times_s)


@pytest.mark.parametrize("rules", RULES)
def test_file_clip_and_stream_are_one_under_other_rules(
    model: Model, runner: Runner, demo: Float32, rules: Rules
) -> None:
    """And each tells by which rules it was heard."""
    file = analyze_file(runner, DEMO, rules=rules)
    clip = analyze_samples(runner, demo, RATE_HZ, "clip", rules=rules)
    source = FakeSource(demo, chunk=7_001, ends=True)
    assert_same(file.segments, live(runner, source, Setup(model, None, rules)))
    assert_same(file.segments, clip.segments)
    np.testing.assert_array_equal(file.course.probabilities, clip.course.probabilities)
    assert file.segments
    assert file.origin == clip.origin == Hearing(runner, rules).origin
    assert [round(gap, 3) for gap in np.diff(file.course.times_s[:3])] == [rules.hop_s] * 2
    for segment in file.segments:
        assert (segment.prediction.label is None) == (
            segment.prediction.confidence < file.origin.unsure_below
        )


@pytest.mark.corpora
def test_real_clips_are_heard_as_they_would_be_live(runner: Runner, corpora: Path) -> None:
    """One recording of each corpus."""
    for clip in spread(corpora, 1):
        samples, rate_hz = soundfile.read(clip, dtype="float32")
        source = FakeSource(samples, rate_hz, chunk=19_999, ends=True)
        assert_same(analyze_file(runner, clip).segments, live(runner, source))


def test_the_blocks_of_a_long_file_leave_no_seam(runner: Runner, demo: Float32, tmp_path: Path) -> None:
    """Files are read ten seconds at a time: at 44.1 kHz, stereo, in the middle of a sentence."""
    path = tmp_path / "long.wav"
    sound = np.concatenate([demo[: 5 * RATE_HZ], noise(3.0, 1e-4), demo[RATE_HZ : 6 * RATE_HZ]])
    soundfile.write(path, np.stack([sound, sound], axis=1), RATE_HZ)
    analysis = analyze_file(runner, path)
    first, second = analysis.segments
    assert second.start_s < 10 < second.end_s
    assert second.start_s - first.start_s == pytest.approx(7.0, abs=0.1)


@pytest.mark.parametrize("rate_hz", [1_000, 4_000, 1_000_000])
def test_any_rate_is_read(runner: Runner, tmp_path: Path, rate_hz: int) -> None:
    """A header may say anything; noise is no speech at any rate."""
    path = tmp_path / "odd.wav"
    soundfile.write(path, noise(max(16, rate_hz // 2) / RATE_HZ, 0.1), rate_hz)
    analysis = analyze_file(runner, path)
    assert (analysis.segments, analysis.prediction, analysis.label) == ((), None, "no speech")


@pytest.mark.parametrize("rate_hz", [1, 100, 999])
def test_a_rate_without_a_voice_in_it_is_refused(runner: Runner, tmp_path: Path, rate_hz: int) -> None:
    """Not heard for days: at one hertz a second of samples lasts some hours."""
    path = tmp_path / "slow.wav"
    soundfile.write(path, noise(1.0, 0.1), rate_hz)
    with pytest.raises(UserError) as refused:
        analyze_file(runner, path)
    assert refused.value.code == "damaged-audio"
    assert "samples a second" in refused.value.detail


def test_a_broken_file_is_told(runner: Runner, tmp_path: Path) -> None:
    """Its fault comes through as it is."""
    path = tmp_path / "text.wav"
    path.write_text("no sound")
    with pytest.raises(UserError) as refused:
        analyze_file(runner, path)
    assert refused.value.code == "not-audio"


def test_what_is_too_short_for_an_answer_is_told(runner: Runner, tmp_path: Path) -> None:
    """That is another reason than that nobody spoke; an utterance is a quarter of a second at least."""
    soundfile.write(tmp_path / "short.wav", noise(0.24, 0.1), RATE_HZ)
    with pytest.raises(UserError, match="is too short") as refused:
        analyze_file(runner, tmp_path / "short.wav")
    assert refused.value.code == "too-short"
    with pytest.raises(UserError, match="This is too short"):
        analyze_samples(runner, noise(0.24, 0.1), RATE_HZ, "This")
    assert analyze_samples(runner, noise(0.25, 0.1), RATE_HZ, "").label == "no speech"


def test_the_course_holds_every_answer(runner: Runner, demo: Float32) -> None:
    """Time and probabilities of each hop at which the model was asked, as the stream gives them."""
    analysis = analyze_file(runner, DEMO)
    answers = answers_of(steps_of(runner, [demo]))
    assert analysis.course.times_s.tolist() == [step.time_s for step in answers]
    np.testing.assert_array_equal(analysis.course.probabilities, [step.probabilities for step in answers])
    assert analysis.course.labels == runner.manifest.labels


def test_the_course_holds_the_attention_of_the_whole_file(runner: Runner, demo: Float32) -> None:
    """Not only of the last seconds that a trace reaches back: as one that forgets nothing."""
    pipeline = Pipeline(runner, RATE_HZ)
    pipeline._trace = TraceBuilder(RATE_HZ, runner.manifest.spec.hop_samples, length_s=30.0)
    finished(pipeline, [demo])
    course = analyze_file(runner, DEMO).course
    whole = pipeline.trace()
    assert len(course.attention) == round(whole.end_s / whole.step_s)
    assert course.attention_step_s == whole.step_s
    np.testing.assert_array_equal(course.attention, whole.attention[-len(course.attention) :])
    assert course.attention.max() == 1


def test_progress_brings_every_decision_and_column(runner: Runner, demo: Float32) -> None:
    """Whoever watches a long file sees each decision once, and an envelope without gaps."""
    told: list[Progress] = []
    analyze_file(runner, DEMO, on_progress=told.append)
    assert_same([step for progress in told for step in progress.steps], steps_of(runner, [demo]))
    ends_s = [0.0, *(progress.trace.end_s for progress in told)]
    reach_s = [len(progress.trace.envelope) * progress.trace.step_s for progress in told]
    assert all(end - reach <= before for before, end, reach in zip(ends_s, ends_s[1:], reach_s, strict=False))
    assert told[-1].done_s == pytest.approx(told[-1].duration_s)


def test_an_analysis_can_be_stopped(runner: Runner) -> None:
    """Between two pieces of the file; what was asked for after that is not done."""
    told: list[Progress] = []
    with pytest.raises(CancelledError):
        analyze_file(runner, DEMO, on_progress=told.append, cancelled=lambda: len(told) >= 2)
    assert len(told) == 2


def test_results_tell_what_made_them(runner: Runner) -> None:
    """Program, model and settings; a stranger's model is not personal, one that learns as it goes is."""
    manifest = runner.manifest
    origin = analyze_file(runner, DEMO).origin
    assert (origin.version, origin.sha256, origin.labels) == (__version__, manifest.sha256, manifest.labels)
    assert (origin.hop_s, origin.window_s, origin.personal) == (Rules().hop_s, manifest.window_s, False)
    assert Hearing(runner, Rules(adapts=True)).origin.personal


def test_the_whole_is_the_mean_by_length(runner: Runner) -> None:
    """Two seconds weigh twice as much as one; the threshold is the model's; nobody speaking is no answer."""
    labels = runner.manifest.labels
    one, other = np.eye(len(labels), dtype=np.float32)[:2]
    segments = [Segment(0, 1, decide(labels, one, 0)), Segment(5, 7, decide(labels, other, 0))]
    whole = Hearing(runner).overall(segments)
    assert whole is not None
    np.testing.assert_allclose(whole.probabilities[:2], [1 / 3, 2 / 3], atol=1e-6)
    assert whole.label == labels[1]
    assert Hearing(runner).overall([]) is None
