"""Another model, voice or other rules while it listens: nothing recorded is lost, nothing mixed up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from ser_desktop import paths
from ser_desktop.engine.hearing import Rules, Setup
from ser_desktop.errors import UserError
from ser_desktop.inference.calibration import fingerprint
from ser_desktop.inference.manifest import Model, load
from ser_desktop.inference.profile import Profile
from ser_desktop.results import Float32, Phase, State
from tests.engine.test_live import Desk, desk, until
from tests.fakes.source import FakeSource
from tests.sounds import RATE_HZ, noise

__all__ = ["desk"]

ROOM = noise(120.0, 1e-4)


@pytest.fixture(scope="module")
def other() -> Model:
    """Load a model with other labels."""
    return load(paths.home() / "models" / "emodb")


@pytest.fixture(scope="module")
def twin(model: Model) -> Model:
    """Return a model with the same labels and another name."""
    return replace(model, manifest=replace(model.manifest, name="twin", title="Twin"))


def speech(demo: Float32) -> Float32:
    """Join a minute of speech to a minute of a quiet room."""
    return np.concatenate([np.tile(demo, 3)[: 60 * RATE_HZ], ROOM])


def test_the_model_changes_while_somebody_speaks(
    desk: Callable[..., Desk], demo: Float32, twin: Model
) -> None:
    """The microphone stays open, time and log go on, and the answers are the new model's."""
    source = FakeSource(speech(demo), chunk=1_600)
    it = desk(source)
    it.engine.start()
    until(lambda: it.moment().prediction is not None)
    before = it.moment()
    assert before.rate_hz == RATE_HZ
    it.engine.use(Setup(twin))
    assert it.moment().model == it.engine.model_title == "Twin"
    until(lambda: it.moment().time_s > before.time_s + 3)
    assert (source.opened, source.closed) == (1, 0)
    times_s = [step.time_s for step in it.steps]
    assert times_s == sorted(times_s)
    session = it.engine.session
    assert session is not None
    report = session.report("Session")
    assert report.origin.title == "Twin"
    assert report.note
    assert report.course.times_s[0] < before.time_s + 0.1
    assert it.moment().trace is not None
    assert it.moment().trace.end_s > before.time_s  # type: ignore[union-attr]  # as said above


def test_other_labels_begin_a_log_of_their_own(
    desk: Callable[..., Desk], demo: Float32, other: Model
) -> None:
    """At no moment is anything told in labels that the model in use has not."""
    it = desk(FakeSource(speech(demo), chunk=1_600))
    it.engine.start()
    until(lambda: it.moment().segment is not None and it.moment().prediction is not None)
    it.engine.use(Setup(other))
    assert it.engine.labels == other.manifest.labels
    assert it.engine.unsure_below == other.manifest.unsure_below
    seen = []

    def spoke_again() -> bool:
        moment = it.moment()
        seen.append(moment)
        return moment.prediction is not None and moment.segment is not None

    until(spoke_again)
    for moment in seen:
        assert moment.prediction is None or moment.prediction.labels == other.manifest.labels
        assert moment.segment is None or moment.segment.prediction.labels == other.manifest.labels
    assert it.engine.session is not None
    report = it.engine.session.report("Session")
    assert report.course.labels == other.manifest.labels == report.origin.labels
    assert report.course.probabilities.shape[1] == len(other.manifest.labels)
    assert not report.note


def test_a_clip_outlives_the_change(desk: Callable[..., Desk], demo: Float32, twin: Model) -> None:
    """One that is being recorded is not cut; one after the fact reaches back to before the change."""
    sound = speech(demo)
    it = desk(FakeSource(sound, chunk=1_600))
    it.engine.start()
    until(lambda: it.moment().time_s > 2)
    it.engine.record_clip(6.0)
    until(lambda: it.moment().recording.recorded_s > 2)
    it.engine.use(Setup(twin, None, Rules(hop_s=0.4)))
    until(lambda: it.moment().recording.phase is Phase.DONE)
    clip, analysis = it.moment().recording.clip, it.moment().recording.analysis
    assert clip is not None
    assert analysis is not None
    np.testing.assert_array_equal(clip.samples, sound[clip.start_sample :][: 6 * RATE_HZ])
    assert not clip.gaps
    assert (analysis.origin.title, analysis.origin.hop_s) == ("Twin", 0.4)
    it.engine.use(Setup(twin))
    it.engine.last_clip(8.0)
    until(lambda: it.moment().recording.phase is Phase.DONE)
    last = it.moment().recording.clip
    assert last is not None
    assert last.duration_s == 8.0


def test_rules_change_the_pace(desk: Callable[..., Desk], demo: Float32, model: Model) -> None:
    """From the next moment on; the same rules again change nothing in the log."""
    it = desk(FakeSource(speech(demo), chunk=1_600))
    it.engine.start()
    until(lambda: len(it.steps) > 5)
    it.engine.use(Setup(model))
    until(lambda: len(it.steps) > 10)
    assert it.engine.session is not None
    assert not it.engine.session.report("").note
    it.engine.use(Setup(model, None, Rules(hop_s=0.5, unsure_below=1.0)))
    assert it.engine.unsure_below == 1.0
    count = len(it.steps)
    until(lambda: len(it.steps) > count + 20)
    gaps = np.diff([step.time_s for step in it.steps[-15:]])
    np.testing.assert_allclose(gaps, 0.5, atol=1e-6)
    assert it.engine.session.lately(60.0).answer_s == 0.5


@pytest.mark.parametrize("running", [True, False])
def test_what_is_refused_changes_nothing(
    desk: Callable[..., Desk], model: Model, twin: Model, *, running: bool
) -> None:
    """A model that cannot be run, or somebody's voice of another model: the one before is in use."""
    it = desk(FakeSource(ROOM, chunk=1_600))
    if running:
        it.engine.start()
        it.await_state(State.NO_SPEECH)
    title = it.engine.model_title
    broken = replace(twin, content=twin.content[: len(twin.content) // 2])
    count = len(model.manifest.labels)
    stranger = Profile("Ann", "2024-05-31", fingerprint(model.manifest)[::-1], 10.0, (0.0,) * count, 4)
    for setup in (Setup(replace(broken, content=b"no model")), Setup(twin, stranger)):
        with pytest.raises(UserError):
            it.engine.use(setup)
        assert it.engine.model_title == it.moment().model == title
    assert it.engine.running == running
    if running:
        now_s = it.moment().time_s
        until(lambda: it.moment().time_s > now_s + 1)


def test_at_rest_the_next_start_hears_by_it(desk: Callable[..., Desk], demo: Float32, other: Model) -> None:
    """And the log is ready for its labels at once."""
    it = desk(FakeSource(speech(demo), chunk=8_000))
    it.engine.use(Setup(other))
    assert it.engine.session is not None
    assert it.engine.session.lately(1.0).course.labels == other.manifest.labels
    assert it.moment().state is State.IDLE
    it.engine.start()
    until(lambda: it.moment().prediction is not None)
    assert it.moment().prediction.labels == other.manifest.labels  # type: ignore[union-attr]  # as said above


def test_a_first_model_ends_the_want_of_one(desk: Callable[..., Desk], model: Model) -> None:
    """Who installs one need not start the program again; nothing listens by itself."""
    it = desk(FakeSource(ROOM), model=None)
    it.engine.start()
    assert it.moment().state is State.FAILED
    it.engine.use(Setup(model))
    assert (it.moment().state, it.moment().error) == (State.IDLE, None)
    assert it.engine.session is not None
    it.engine.start()
    it.await_state(State.NO_SPEECH)


def test_the_rate_is_told_while_it_is_in_use(desk: Callable[..., Desk]) -> None:
    """And none before and after."""
    source = FakeSource(np.zeros(48_000 * 20, np.float32), 48_000)
    source.may_open.clear()
    it = desk(source)
    assert it.moment().rate_hz == 0
    it.engine.start()
    assert it.moment().rate_hz == 0
    source.may_open.set()
    assert it.await_state(State.NO_SPEECH).rate_hz == 48_000
    it.engine.stop()
    assert it.moment().rate_hz == 0
