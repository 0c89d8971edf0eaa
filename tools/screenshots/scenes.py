"""What is to be seen in each picture, in the order of a first hour with the program."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtTest import QTest

from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine.filestates import Stage
from ser_desktop.results import State
from ser_desktop.ui.plots.viewport import Selection
from tools.screenshots.director import Director, says

# Official names; what is heard in the pictures.
VOICES = ("emodb/wav/03a01Wa", "emodb/wav/11a05Fc", "emodb/wav/15a04Wa", "emodb/wav/08a02Tb")
UNSURE = ("emovo/f2", "emovo/m1", "emovo/f1")
EMOTIONS = {"W": "anger", "F": "happiness", "N": "neutral", "T": "sadness"}  # EMO-DB's letters
EPOCHS = 5
PEOPLE = ("03", "08", "10", "13", "15")
_RATE_HZ = 16_000


def listening(director: Director) -> None:
    """Let somebody speak, and an emotion be named."""
    director.speak(_clips(director.corpora, VOICES), times=30)
    director.wait(_named(director))
    QTest.qWait(100_000)  # so that the timeline has something to show
    director.pictures("listening", _named(director))


def unsure(director: Director) -> None:
    """Let somebody speak whom the model cannot judge."""
    clips = [path for folder in UNSURE for path in sorted((director.corpora / folder).iterdir())]
    random.Random(1).shuffle(clips)  # noqa: S311 - an order of clips
    director.speak(clips[:60], times=8)
    QTest.qWait(15_000)
    director.pictures("unsure", says(director.window, State.UNSURE))


def no_speech(director: Director) -> None:
    """Let somebody stop speaking."""
    director.speak(_clips(director.corpora, VOICES[:2]), silent_s=90)
    director.wait(_named(director))
    QTest.qWait(8_000)
    director.pictures("no-speech", says(director.window, State.NO_SPEECH))


def lost(director: Director) -> None:
    """Pull the microphone out while somebody speaks."""
    director.speak(_clips(director.corpora, VOICES[:2]))
    director.wait(_named(director))
    director.microphone.pull_out()
    director.pictures("lost", says(director.window, State.LOST))


def clip(director: Director) -> None:
    """Record a clip; its card opens."""
    director.speak(_clips(director.corpora, VOICES), times=5)
    director.wait(_named(director))
    director.press("R")
    director.wait(lambda: director.window.live.clips.open_take is not None)
    director.hush()
    director.pictures("clip", lambda: director.window.live.clips.open_take is not None)


def file(director: Director) -> None:
    """Drop many recordings, then see one of them closely."""
    folder = Path(director.microphone.env["HOME"])
    names = _recordings(director.corpora, folder)
    director.window.open(names)
    page, rows = director.window.files, director.window.files.list.model.rows
    director.wait(lambda: rows.count(Stage.DONE, Stage.FAILED) >= len(names) // 2)
    page.list.select(next(job.number for job in rows.all() if job.stage is Stage.DONE))
    director.pictures("files")
    director.wait(lambda: len(rows) == len(names) and not rows.busy)
    page.see(next(job for job in rows.all() if job.path == names[-1]))
    view = page.view
    director.wait(lambda: view.job is not None and view.job.analysis is not None)
    view.look(view.plot.viewport.showing(12.0, 30.0))
    view.select(Selection(16.0, 22.0))
    director.wait(lambda: view.region.job is not None and view.region.job.analysis is not None)
    view.transport.go(18.4)
    director.pictures("file")


def first_run(director: Director) -> None:
    """Try the microphone on the first page."""
    page = director.window.reception.page
    if page is None:
        raise LookupError("the first page")
    page.test.click()
    director.speak(_clips(director.corpora, VOICES), times=10)
    director.wait(lambda: page.finding.text().startswith("It hears you"))
    director.pictures("first-run")


def models(director: Director) -> None:
    """Look at the models that came with the program, then compare two of them on a clip."""
    director.press("Ctrl+3")
    director.pictures("models")


def training(director: Director) -> None:
    """Train a model for real, on recordings of some people, until its curves have a shape."""
    people = Path(director.microphone.env["HOME"]) / "people"
    _arrange(director.corpora / "emodb" / "wav", people)
    page = director.window.models
    director.press("Ctrl+3")
    director.press("Ctrl+N")
    page.drop(people)
    director.wait(lambda: page.training.order.ready)
    page.training.order.name.setText("People I know")
    page.training.order.start.click()
    trainer = director.window.house.trainer
    director.wait(lambda: len(trainer.training.epochs) >= EPOCHS, patience_s=900)
    director.pictures("training")
    trainer.cancel()
    director.wait(lambda: not trainer.training.running)


def others(director: Director) -> None:
    """Open what else there is while somebody speaks: one picture of each."""
    window = director.window
    director.speak(_clips(director.corpora, VOICES), times=40)
    director.wait(_named(director))
    window.house.keeper.change(hidden=())
    QTest.qWait(12_000)
    director.wait(_named(director))
    director.picture("plane", window)
    for name in ("preferences", "shortcuts", "calibrate"):
        window.dialogs.open(name)
        director.picture(name, window.dialogs.get(name))
        window.dialogs.close()
    director.press("F11")
    director.wait(lambda: window.views.presentation is not None and _named(director)())
    director.picture("presentation", window.views.presentation)
    window.views.leave()
    director.press("Ctrl+M")
    director.wait(lambda: window.views.small is not None and _named(director)())
    director.picture("mini", window.views.small)
    window.views.leave()


def compare(director: Director) -> None:
    """Let two models hear the same clip."""
    director.speak(_clips(director.corpora, VOICES), times=5)
    director.wait(_named(director))
    director.press("R")
    director.wait(lambda: director.window.live.clips.open_take is not None)
    director.hush()
    director.press("Ctrl+3")
    director.press("C")
    QTest.qWait(6_000)
    director.picture("compare", director.window)


SCENES: dict[str, Callable[[Director], None]] = {
    "first-run": first_run,
    "listening": listening,
    "unsure": unsure,
    "no-speech": no_speech,
    "lost": lost,
    "clip": clip,
    "file": file,
    "models": models,
    "training": training,
    "compare": compare,
    "others": others,
}


def _named(director: Director) -> Callable[[], bool]:
    def named() -> bool:
        prediction = director.moment().prediction
        return prediction is not None and prediction.label is not None

    return named


def _arrange(wav: Path, people: Path) -> None:
    """Lay recordings out as a person would: a folder for each emotion, in it one for each speaker."""
    for path in sorted(wav.iterdir()):
        speaker, emotion = path.name[:2], EMOTIONS.get(path.name[5])
        if emotion is not None and speaker in PEOPLE:
            folder = people / emotion / f"Speaker {speaker}"
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder)


def _clips(corpora: Path, names: tuple[str, ...]) -> list[Path]:
    return [next(corpora.glob(f"{name}.*")) for name in names]


def _recordings(corpora: Path, folder: Path) -> list[Path]:
    """Return some recordings, one that is none, and a long one that is made of them."""
    rng = random.Random(3)  # noqa: S311 - a choice of files
    chosen = [
        path
        for corpus in ("emodb", "ravdess", "emovo", "ased")
        for path in rng.sample(sorted(_sounds(corpora / corpus)), 6)
    ]
    rng.shuffle(chosen)
    pause = (0.0005 * np.random.default_rng(1).standard_normal(12_000)).astype(np.float32)
    talk = [read_at_rate(path, _RATE_HZ) for path in chosen if "ased" not in path.parts]
    long = folder / "Conversation.flac"
    soundfile.write(long, np.concatenate([part for one in talk for part in (one, pause)]), _RATE_HZ)
    letter = folder / "Letter.wav"
    letter.write_text("Dear reader, this is no sound.")
    return [*chosen[:5], letter, *chosen[5:], long]


def _sounds(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.suffix in {".wav", ".flac", ".ogg"}]
