"""What another program reads of a training: whole objects, numbers that hold, faults in templates."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training import lines as module
from ser_desktop.training.corpora import Clip, Corpus, Skipped, left_out
from ser_desktop.training.lines import Lines, told
from ser_desktop.training.orders import Orders
from ser_desktop.training.schedule import Epoch
from ser_desktop.training.telling import Phase


class Clock:
    """A clock that is set by hand."""

    now_s = 100.0

    def monotonic(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def lines(stream: io.StringIO) -> Lines:
    return Lines(stream, Orders())


def read(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_time_left_is_the_pace_of_the_steps_but_the_first(
    lines: Lines, stream: io.StringIO, clock: Clock
) -> None:
    """The first batch takes long, since the network's graph is built; the others foretell the rest."""
    with lines.task(Phase.TRAINING, 100) as task:
        task.show(0, "")
        clock.now_s += 30
        task.show(1, "")
        for done in range(2, 51):
            clock.now_s += 0.5
            task.show(done, "")
    last = read(stream)[-1]["progress"]
    assert last == {"phase": "training", "part": "", "done": 50, "total": 100, "left_s": 25.0}
    assert [line["progress"]["left_s"] for line in read(stream)][:3] == [None] * 3


def test_time_left_follows_a_pace_that_changes(lines: Lines, stream: io.StringIO, clock: Clock) -> None:
    """Somebody else's work slows it down: what was before is soon forgotten."""
    with lines.task(Phase.FEATURES, 1000, "training") as task:
        for _ in range(100):
            clock.now_s += 0.2
            task.step()
        for _ in range(30):
            clock.now_s += 2
            task.step()
    assert read(stream)[-1]["progress"]["left_s"] == pytest.approx(2 * 870, rel=0.1)


def test_steps_are_told_some_times_a_second(lines: Lines, stream: io.StringIO, clock: Clock) -> None:
    """Thousands of steps a second are no thousand lines; the last one is always told."""
    with lines.task(Phase.MEASURING, 5000) as task:
        for _ in range(5000):
            clock.now_s += 0.0005
            task.step()
    assert len(read(stream)) < 40
    assert read(stream)[-1]["progress"]["done"] == 5000


def test_what_is_found_is_told_in_numbers(lines: Lines, stream: io.StringIO) -> None:
    """Reasons are counted; a file's own name does not make one of its own."""
    clips = [Clip(Path(f"{n}.wav"), "folder", f"folder/{'ab'[n % 2]}", "f", "anger") for n in range(4)]
    clips.append(Clip(Path("5.wav"), "folder", "folder/unknown", "f", "fear"))
    broken = [Path(f"/x/broken{n}.wav") for n in range(3)]
    skipped = (
        *(Skipped(path, UserError("not-audio", f"{path.name} is no sound.")) for path in broken[:2]),
        Skipped(broken[2], UserError("not-audio", "{name} is no sound.", name=broken[2].name)),
        *(left_out(Path(f"/x/{n}.wav"), "“{name}” is nothing", name="tea") for n in range(2)),
        left_out(Path("/x/9.wav"), "“{name}” is nothing", name="coffee"),
    )
    corpus = Corpus("folder", tuple(clips), skipped, "", "")
    lines.found([corpus], clips, ("anger", "fear"), strangers=False)
    found = read(stream)[0]["found"]
    assert (found["clips"], found["unnamed"], found["strangers"]) == (5, 1, False)
    assert found["speakers"] == ["folder/a", "folder/b"]
    assert found["labels"] == {"anger": 4, "fear": 1}
    counts = [
        (UserError.from_data(each["reason"]).values.get("name"), each["count"]) for each in found["left_out"]
    ]
    assert sorted(count for _, count in counts) == [1, 1, 2, 2]
    assert ("tea", 2) in counts
    assert ("coffee", 1) in counts


def test_an_epoch_is_numbered_as_people_count(lines: Lines, stream: io.StringIO) -> None:
    """With all its figures, also where an old state lacks one."""
    lines.epoch(Epoch(0, 1.5, 0.25, 1.25))
    lines.epoch(Epoch(1, 1.5, 0.25))
    assert read(stream) == [
        {"epoch": {"number": 1, "loss": 1.5, "validation_loss": 1.25, "validation_uar": 0.25}},
        {"epoch": {"number": 2, "loss": 1.5, "validation_loss": None, "validation_uar": 0.25}},
    ]


def test_a_fault_is_the_last_line_and_can_be_translated(stream: io.StringIO) -> None:
    """Status 1, words for whoever shows them as they are, and templates for whoever translates."""

    def work(_: Lines) -> None:
        raise UserError("broken", "{name} is broken.", "", "Mend {name}.", name="x")

    assert told(work, stream) == 1
    error = read(stream)[-1]["error"]
    assert (error["code"], error["title"], error["remedy"]) == ("broken", "x is broken.", "Mend x.")
    assert UserError.from_data(error).templates == ("{name} is broken.", "", "Mend {name}.")


def test_ctrl_c_before_there_is_a_model_is_told(stream: io.StringIO) -> None:
    """Not as a traceback, and not as nothing."""

    def work(_: Lines) -> None:
        raise KeyboardInterrupt

    assert told(work, stream) == 1
    assert read(stream)[-1]["error"]["code"] == "nothing-trained"
