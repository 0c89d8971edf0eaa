"""What the window would have shown, and when: judged by hand-made steps, and by the pipeline itself."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from ser_desktop.engine.pipeline import Step
from ser_desktop.inference.manifest import Model
from ser_desktop.results import Float32, Prediction, Segment, State
from ser_desktop.training.corpora import Clip
from ser_desktop.training.protocols import live as module
from ser_desktop.training.protocols.live import judge, live
from ser_desktop.training.protocols.stream import Spoken
from tests.sounds import RATE_HZ

LABELS = ("anger", "neutral")
SOME = np.array([0.5, 0.5], np.float32)


def step(time_s: float, label: str | None = None, *, fresh: bool = True) -> Step:
    """Show a label, fresh from the model or left standing; no label: nobody speaks."""
    if label is None:
        return Step(time_s, State.NO_SPEECH, None, None, None)
    prediction = Prediction(LABELS, SOME, None if label == "unsure" else label)
    return Step(time_s, State.LISTENING, SOME if fresh else None, prediction, None)


def ended(time_s: float, end_s: float, label: str | None) -> Step:
    """End an utterance, with a word on it."""
    segment = Segment(end_s - 0.5, end_s, Prediction(LABELS, SOME, label))
    return Step(time_s, State.NO_SPEECH, None, None, segment)


TWO = (Spoken("anger", 1.0, 3.0), Spoken("neutral", 6.0, 8.0))


def test_latencies_count_from_the_onset() -> None:
    """To the first emotion, and to the first right one; "unsure" is neither."""
    steps = [
        step(0.0),
        step(1.4, "unsure"),
        step(1.6, "neutral"),
        step(2.0, "anger"),
        step(3.2),
        step(6.8, "neutral"),
        step(8.6),
    ]
    measured = judge(TWO, steps, 10.0)
    assert (measured.first_label.shown, measured.first_label.never) == (2, 0)
    assert measured.first_label.median_s == pytest.approx((0.6 + 0.8) / 2)
    assert measured.right_label.median_s == pytest.approx((1.0 + 0.8) / 2)
    assert measured.first_label.p90_s == pytest.approx(0.78)
    assert (measured.speech_s, measured.no_speech_s) == (4.0, 6.0)
    assert (measured.asked, measured.decided, measured.right_at_end) == (1.0, 1.0, 1.0)


def test_who_was_never_answered_rightly_is_counted_apart() -> None:
    """The median of the others stays finite; where never counts as endless, half of them leave none."""
    steps = [step(0.0), step(1.8, "neutral"), step(3.2), step(7.0, "neutral"), step(8.2)]
    right = judge(TWO, steps, 10.0).right_label
    assert (right.shown, right.never) == (1, 1)
    assert right.median_s == pytest.approx(1.0)
    assert right.median_of_all_s is None
    three = (*TWO, Spoken("anger", 12.0, 13.0))
    right = judge(three, [*steps, step(12.5, "anger"), step(13.2)], 14.0).right_label
    assert right.median_of_all_s == pytest.approx(1.0)


def test_unsure_throughout_and_never_asked_are_told_apart() -> None:
    """Both decide nothing, for different reasons."""
    measured = judge(TWO, [step(0.0), step(1.8, "unsure"), step(3.2)], 10.0)
    assert (measured.asked, measured.decided) == (0.5, 0.0)
    assert measured.first_label.median_s is None
    assert measured.first_label.p90_s is None


def test_a_label_left_standing_is_no_answer() -> None:
    """What the clip before was called says nothing about this one."""
    steps = [step(1.8, "anger"), step(3.0, "anger"), step(6.1, "anger", fresh=False), step(7.0, "neutral")]
    assert judge(TWO, steps, 10.0).first_label.median_s == pytest.approx((0.8 + 1.0) / 2)


def test_a_short_word_is_answered_at_its_end() -> None:
    """The word on an utterance counts as an answer to it, but not to a clip that began after it."""
    measured = judge(TWO, [step(0.0), ended(3.4, 3.0, "anger"), ended(6.2, 3.9, "neutral")], 10.0)
    assert measured.first_label.shown == 1
    assert measured.right_label.median_s == pytest.approx(2.4)


def test_labels_on_no_speech_by_hand() -> None:
    """Shown from 3.0 to 5.0 and from 8.0 to 8.5: all of it strictly, 1 s of it beyond the afterglow."""
    steps = [step(0.0), step(2.0, "anger"), step(5.0), step(7.0, "neutral"), step(8.5)]
    measured = judge(TWO, steps, 10.0)
    assert measured.no_speech_labelled_strict == pytest.approx(2.5 / 6)
    assert measured.no_speech_labelled == pytest.approx(1.0 / 4)  # of 0-1, 4-6 and 9-10


def test_a_label_before_anybody_spoke_and_one_that_never_ends_count() -> None:
    """The first gap, and what is still shown when the stream ends."""
    measured = judge(TWO, [step(0.5, "anger"), step(1.0), step(9.5, "anger")], 10.0)
    assert measured.no_speech_labelled == pytest.approx((0.5 + 0.5) / 4)


def test_unsure_labels_no_silence() -> None:
    """It names no emotion."""
    assert judge(TWO, [step(0.0, "unsure")], 10.0).no_speech_labelled_strict == 0


def test_flips_by_hand() -> None:
    """Changes of the emotion within a clip's speech; neither "unsure" between nor the next clip is one."""
    labels = ("anger", "unsure", "anger", "neutral", "neutral", "anger")
    steps = [step(1.2 + 0.2 * i, label) for i, label in enumerate(labels)]
    steps += [step(3.2), step(6.4, "neutral"), step(7.0, "neutral"), step(8.2, "anger"), step(8.4)]
    assert judge(TWO, steps, 10.0).flips_per_minute == pytest.approx(60 * 2 / 4)


@pytest.fixture
def clips(demo: Float32, tmp_path: Path) -> list[Clip]:
    """Cut the bundled recording into its four sentences, each with half a second around it."""
    loud = np.flatnonzero(np.abs(demo) > 0.02)
    starts = loud[np.flatnonzero(np.diff(loud, prepend=-RATE_HZ) > 0.9 * RATE_HZ)]
    ends = [*(loud[loud < start][-1] for start in starts[1:]), loud[-1]]
    assert len(starts) == 4
    made = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        path = tmp_path / f"{number}.wav"
        soundfile.write(path, demo[max(0, start - RATE_HZ // 2) : end + RATE_HZ // 2], RATE_HZ)
        made.append(Clip(path, "demo", f"demo/{number}", "unknown", "neutral"))
    return made


def test_the_pipeline_is_heard_whatever_the_chunks(
    model: Model, clips: list[Clip], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chunks of random size decide nothing; the sentences are answered while they are spoken."""
    eager = Model(dataclasses.replace(model.manifest, unsure_below=0.0), model.content, model.folder)
    done: list[None] = []
    measured = live(eager, clips, seed=1, on_clip=lambda: done.append(None))
    assert len(done) == measured.clips == 4
    assert measured.asked == measured.decided == 1
    assert measured.first_label.median_s is not None
    assert 0.3 < measured.first_label.median_s < 2
    assert measured.no_speech_labelled <= measured.no_speech_labelled_strict < 0.5
    assert 4 < measured.speech_s < 20
    assert measured.no_speech_s > 5
    monkeypatch.setattr(module, "_LONGEST_CHUNK_S", 2.0)
    assert live(eager, clips, seed=1) == measured
    assert json.loads(json.dumps(measured.to_json()))["right_label"]["never"] == measured.right_label.never


def test_a_model_that_is_always_unsure_names_nothing(model: Model, clips: list[Clip]) -> None:
    """The figures come from what is shown, not from the probabilities behind it."""
    timid = Model(dataclasses.replace(model.manifest, unsure_below=1.0), model.content, model.folder)
    measured = live(timid, clips[:2], seed=1, between="chords")
    assert measured.asked == 1
    assert measured.decided == measured.no_speech_labelled_strict == measured.flips_per_minute == 0
    assert measured.between == "chords"
