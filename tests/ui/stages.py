"""What the window can look like, one stage for each: for what is true of all that is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.engine.faults import INTERNAL, NOT_LISTENING
from ser_desktop.engine.filestates import Job
from ser_desktop.engine.filestates import Stage as At
from ser_desktop.engine.trainer import EpochFigures, Found, LeftOut, Looked, NewModel, TrainingState
from ser_desktop.errors import UserError
from ser_desktop.results import Gap, Level, Phase, Recording, Segment, State
from ser_desktop.ui import theme
from ser_desktop.ui.clips.ring import COUNT_IN_S
from ser_desktop.ui.dialogs.parts import parts
from ser_desktop.ui.dialogs.preferences import Preferences
from ser_desktop.ui.main_window import MainWindow
from ser_desktop.ui.plots.viewport import Selection
from ser_desktop.ui.presenter import Presenter
from tests.fakes.asker import FakeAsker
from tests.fakes.engine import SPEAKERS, WEBCAM, YETI, FakeEngine, prediction
from tests.fakes.house import house
from tests.fakes.jobs import FakeJobs, analysis, done
from tests.fakes.models import DAMAGED, EMODB, GENERAL, OWN, FakeModels, FakeTrainer
from tests.fakes.player import FakePlayer
from tests.ui.models.conftest import Answers

ANGRY = prediction(0.71, 0.03, 0.14, 0.05, 0.03, 0.01, 0.03)
TORN = prediction(0.1, 0.12, 0.31, 0.06, 0.05, 0.1, 0.26)
SETTLED_MS = 300  # words change four times a second
DEVICES = tuple(device.id.name for device in (YETI, WEBCAM, SPEAKERS))


@dataclass
class Stage:
    """The window, and all that stands behind it."""

    window: MainWindow
    engine: FakeEngine
    jobs: FakeJobs
    asker: FakeAsker
    trainer: FakeTrainer
    own: tuple[str, ...]

    def windows(self) -> list[QWidget]:
        """Return the window and the dialogs that are open."""
        others = [one for one in QApplication.topLevelWidgets() if one is not self.window]
        return [one for one in (self.window, *others) if one.isVisible()]

    def do(self, name: str) -> None:
        """Carry out an action of the window, by its name."""
        for action in self.window.findChildren(QAction):
            if action.objectName() == name:
                action.trigger()
                return
        raise LookupError(name)

    def settle(self) -> None:
        """Let everything be written that is written now and then; what was said in passing is over."""
        for page in (self.window.live, self.window.files, self.window.models):
            page.toast.leave()
        self.pull()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is gone says nothing more

    def pull(self) -> None:
        """Show the moment, words and all."""
        for window in self.windows():
            for presenter in window.findChildren(Presenter):
                presenter.refresh_words()
        if self.window.files.isVisible():
            self.window.files.refresh()
        if self.window.models.isVisible():
            self.window.models.refresh()
        QApplication.processEvents()

    def close(self) -> None:
        """Close the dialogs."""
        for window in self.windows():
            if window is not self.window:
                window.close()


def make(folder: Path, qtbot: QtBot, engine: FakeEngine | None = None) -> Stage:
    """Show the window at its smallest size, over scripted parts."""
    behind, jobs, asker = engine or FakeEngine(), FakeJobs(), FakeAsker(folder)
    trainer = FakeTrainer()
    house_ = house(FakeModels(GENERAL, EMODB, OWN, DAMAGED), trainer)
    window = MainWindow(behind, theme.DARK, FakePlayer(), asker, house=house_, jobs=jobs)
    asker.agrees = True
    answers = Answers(window)
    answers.agrees = True  # whatever would be lost with the window
    window.models.use_asker(answers)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    own = (
        *DEVICES,
        "ALSA",
        "General voice model",
        "EMO-DB",
        "General",
        "My voice",
        str(folder),
        folder.name,
        str(Path.home()),
    )
    return Stage(window, behind, jobs, asker, trainer, own)


def _idle(stage: Stage) -> None:
    stage.pull()


def _moment(**changes: object) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.window.start()
        stage.engine.show(**changes)
        stage.pull()

    return bring


def _speaking(stage: Stage) -> None:
    stage.window.start()
    stage.engine.speak(ANGRY)
    stage.engine.show(segment=Segment(0.0, 2.5, ANGRY))
    stage.pull()


def _unsure(stage: Stage) -> None:
    stage.window.start()
    stage.engine.speak(TORN)
    stage.engine.show(segment=Segment(0.0, 2.5, TORN))
    stage.pull()


def _session(stage: Stage) -> None:
    assert stage.engine.session is not None
    stage.engine.session.say(ANGRY, 0.0, 30.0)
    _speaking(stage)
    stage.do("panel-timeline")
    stage.window.live.session.timeline.mark(400)
    stage.pull()


def _counting_in(stage: Stage) -> None:
    _speaking(stage)
    stage.do("record")
    stage.engine.show(recording=Recording(Phase.COUNT_IN, 3.0, COUNT_IN_S))
    stage.pull()


def _recording(stage: Stage) -> None:
    _speaking(stage)
    stage.do("record")
    stage.engine.show(recording=Recording(Phase.RECORDING, 3.0, recorded_s=1.5))
    stage.pull()


def _card(stage: Stage) -> None:
    _speaking(stage)
    stage.do("record")
    stage.engine.finish_clip(ANGRY)
    stage.pull()


def _card_with_gaps(stage: Stage) -> None:
    _speaking(stage)
    stage.do("record")
    stage.pull()
    clip = stage.engine.snapshot().recording
    stage.engine.finish_clip(TORN)
    clip = stage.engine.snapshot().recording
    assert clip.clip is not None
    gaps = tuple(Gap(4000 * (at + 1), 800) for at in range(5))
    stage.engine.show(recording=replace(clip, clip=replace(clip.clip, gaps=gaps)))
    stage.pull()


def _saved_card(stage: Stage) -> None:
    _card(stage)
    stage.do("save-clip")
    stage.own = (*stage.own, *(path.name for path in stage.asker.folder.iterdir()))
    stage.pull()


def _failed_card(stage: Stage) -> None:
    _speaking(stage)
    stage.do("record")
    stage.engine.finish_clip(None, analysis=None, error=INTERNAL)
    stage.pull()


def _discarded(stage: Stage) -> None:
    _card(stage)
    stage.do("discard-clip")
    stage.pull()


def _no_model(stage: Stage) -> None:
    stage.engine.labels, stage.engine.model_title, stage.engine.session = (), "", None
    stage.pull()


def _files(stage: Stage) -> None:
    stage.window.show_files()
    stage.pull()


def _jobs(stage: Stage) -> None:
    stage.own = (*stage.own, *(f"{number:05}.wav" for number in range(20)), "wav.")
    waiting = Job(10, Path("00010.wav"), None, 1000)
    cut = "Its header promises more sound than the file holds: it was cut off, or never finished."
    damaged = "It is damaged after 12 s; the rest was not heard."
    reasons = ("not-audio", "empty-audio", "damaged-audio", "unknown-length", "too-short", "no-permission")
    more = ("file-not-found", "file-not-readable", "not-a-file", "no-model", "else")
    stage.window.show_files()
    stage.jobs.tell(
        done(1),
        done(2, 0.1, 0.12, 0.31, 0.06, 0.05, 0.1, 0.26),
        replace(done(3), analysis=replace(analysis("00003.wav"), prediction=None, segments=())),
        replace(done(4), analysis=replace(analysis("00004.wav"), note=cut)),
        replace(done(5), analysis=replace(analysis("00005.wav"), note=damaged)),
        waiting,
        replace(waiting, number=11, path=Path("00011.wav"), stage=At.RUNNING),
        replace(waiting, number=12, path=Path("00012.wav"), stage=At.RUNNING, duration_s=9.0, done_s=3.0),
        replace(waiting, number=13, path=Path("00013.wav"), stage=At.CANCELLED),
        *(
            replace(waiting, number=20 + at, path=Path("00014.wav"), stage=At.FAILED, error=_fault(reason))
            for at, reason in enumerate(reasons + more)
        ),
    )
    stage.pull()
    stage.window.files.list.select(4)
    stage.window.files.list.table.selectAll()
    stage.pull()


def _fault(code: str) -> UserError:
    return UserError(
        code,
        "{name} cannot be analysed.",
        "{path} is empty.",
        "Try again.",
        name="00014.wav",
        path="00014.wav",
    )


def _searching(stage: Stage) -> None:
    stage.jobs.searching = True
    _jobs(stage)


def _view(stage: Stage) -> None:
    _jobs(stage)
    path = stage.asker.folder / "00001.wav"
    soundfile.write(path, np.zeros(30 * 16_000), 16_000)
    stage.window.files.see(replace(done(1, duration_s=30.0), path=path))
    QTest.qWait(SETTLED_MS)
    view = stage.window.files.view
    view.look(view.plot.viewport.of_length(30.0))
    view.select(Selection(0.5, 2.0))
    stage.pull()


def _dropping(stage: Stage) -> None:
    stage.window.overlay.appear()


def _action(name: str) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.do(name)
        QApplication.processEvents()

    return bring


def _models(stage: Stage) -> None:
    """Show the list; cards and names of folders are the models' own."""
    stage.own = (*stage.own, "models/general", "own/my-voice", "own/broken", "broken", "Hears.", "Mine", "E")
    stage.own = (*stage.own, "Its sha256 differs. Install it again.")
    stage.do("show-models")
    QApplication.processEvents()


def _compare(stage: Stage) -> None:
    _models(stage)
    stage.do("compare-models")


def _damaged_model(stage: Stage) -> None:
    _models(stage)
    stage.window.models.list.select("broken")


def _training(looked: Looked | None = None, **changes: Any) -> Callable[[Stage], None]:
    """Open the training, look into a folder, and let the training be so."""

    def bring(stage: Stage) -> None:
        _models(stage)
        stage.do("train-model")
        view = stage.window.models.training
        stage.own = (*stage.own, "/recordings", "a.wav", "notes", "my-voice", "KeyError")
        stage.trainer.looked = looked
        if looked is not None:
            QTest.qWait(300)
        if changes:
            QTest.qWait(300)
            QTest.keyClick(view.order.start, Qt.Key.Key_Space)
            stage.trainer.tell(**changes)
            QTest.qWait(600)

    return bring


def _calibrating(recording: Recording) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        _speaking(stage)
        stage.do("calibrate")
        QTest.qWait(50)
        dialog = stage.windows()[-1]
        button = next(one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isDefault())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        stage.engine.show(recording=recording)
        QTest.qWait(300)

    return bring


def _preferences(page: int) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        stage.do("preferences")
        (shown,) = stage.window.findChildren(Preferences)
        shown.list.setCurrentRow(page)
        QApplication.processEvents()

    return bring


def _another_view(name: str) -> Callable[[Stage], None]:
    def bring(stage: Stage) -> None:
        _speaking(stage)
        stage.do(name)
        QTest.qWait(400)

    return bring


def _about(stage: Stage) -> None:
    """Open what tells of the program; parts and their licences are called as their makers did."""
    stage.do("about")
    words = {word for one in parts() for text in (one.name, one.licence) for word in text.split()}
    stage.own = (*stage.own, *words)


def _faulty(stage: Stage) -> None:
    stage.engine.refusal = NOT_LISTENING
    stage.window.start()
    stage.pull()


def _window_fault(stage: Stage) -> None:
    stage.own = (*stage.own, "ValueError: 1")
    stage.window.fail(ValueError(1))


PEOPLE = tuple(f"p{number}" for number in range(6))
NOTES = LeftOut(
    UserError("not-an-emotion", "“{name}” is not the name of an emotion", name="notes"), 14, Path("n/a.wav")
)
FOUND = Found(54, PEOPLE, 0, (("anger", 18), ("neutral", 36)), strangers=True, left_out=(NOTES,))
LOOKED = Looked(Path("/recordings"), 54, 54, FOUND, finished=True)
EPOCHS = tuple(EpochFigures(n + 1, 1.0 / (n + 1), 1.2 / (n + 1), 0.5 + 0.1 * n) for n in range(3))
COURSE: dict[str, Any] = {"done": 100, "total": 300, "left_s": 147.0, "epochs": EPOCHS}
MADE = NewModel(
    Path("own/my-voice"),
    "my-voice",
    "My voice",
    ("anger", "neutral"),
    strangers=True,
    figures={"uar": 0.71, "speakers": 6, "clips": 20},
)
_QUIET = Level(peak_dbfs=-120.0, rms_dbfs=-120.0, zeros_s=9.0)
STAGES: dict[str, Callable[[Stage], None]] = {
    "idle": _idle,
    "opening": _moment(state=State.OPENING),
    "listening": _moment(state=State.LISTENING, source="Demo clip"),
    "no speech": _moment(state=State.NO_SPEECH, segment=Segment(0.0, 2.5, ANGRY)),
    "speaking": _speaking,
    "unsure": _unsure,
    "lost": _moment(state=State.LOST),
    "failed": _faulty,
    "muted": _moment(state=State.NO_SPEECH, level=_QUIET),
    "no model": _no_model,
    "window's fault": _window_fault,
    "session": _session,
    "counting in": _counting_in,
    "recording": _recording,
    "card": _card,
    "card with gaps": _card_with_gaps,
    "saved card": _saved_card,
    "failed card": _failed_card,
    "discarded": _discarded,
    "no recordings": _files,
    "recordings": _jobs,
    "searching": _searching,
    "one recording": _view,
    "dropping": _dropping,
    "models": _models,
    "damaged model": _damaged_model,
    "compare": _compare,
    "training": _training(),
    "training looks": _training(Looked(Path("/recordings"), 20, 54)),
    "training can begin": _training(LOOKED),
    "training goes on": _training(LOOKED, state=TrainingState.TRAINING, phase="training", **COURSE),
    "training stops": _training(LOOKED, state=TrainingState.TRAINING, phase="training", stopping=True),
    "training is over": _training(LOOKED, state=TrainingState.DONE, model=MADE, epochs=EPOCHS),
    "training failed": _training(LOOKED, state=TrainingState.FAILED, error=NOT_LISTENING),
    "welcome": _action("welcome"),
    **{f"preferences {page}": _preferences(page) for page in range(5)},
    "shortcuts": _action("shortcuts"),
    "about": _about,
    "report": _action("report"),
    "calibrate": _action("calibrate"),
    "calibrate, get ready": _calibrating(Recording(Phase.COUNT_IN, 20.0, COUNT_IN_S)),
    "calibrate, read": _calibrating(Recording(Phase.RECORDING, 20.0, recorded_s=8.0)),
    "presentation": _another_view("present"),
    "mini view": _another_view("mini"),
    "test of the microphone": _action("test-microphone"),
}
"""Each brings the window there from its beginning."""
