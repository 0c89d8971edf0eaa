"""Opens the window over an engine, and takes its picture where one is asked for."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ser_desktop import paths, wholefile
from ser_desktop.audio.player import Player
from ser_desktop.engine.models import Models
from ser_desktop.engine.trainer import Trainer
from ser_desktop.engine.voices import Voices, VoicesInUse
from ser_desktop.errors import UserError
from ser_desktop.fitting import Fitting
from ser_desktop.settings import SettingsFile
from ser_desktop.ui.files.queue import Jobs
from ser_desktop.ui.following import Ears, Follower, dress_for
from ser_desktop.ui.house import House, Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import Translation
from ser_desktop.ui.main_window import TITLE, MainWindow
from ser_desktop.ui.presenter import Engine

_log = logging.getLogger(__name__)


def run_window(
    engine: Engine,
    file: SettingsFile,
    for_now: Mapping[str, Any],
    *,
    screenshot: Path | None = None,
    seconds: float = 0.0,
    start: bool = True,
    jobs: Jobs | None = None,
    fitting: Fitting | None = None,
    names: Sequence[Path] = (),
) -> int:
    """Show the window until it is closed; 0 if all went well.

    Parameters
    ----------
    file
        Where what the person chose is kept.
    for_now
        Choices of the command line, by the names of the settings' fields; they are not kept.
    screenshot
        Where to write a picture (PNG) of the window after ``seconds``; then the window closes by itself.
    start
        Whether to listen at once; where nobody was welcomed yet, the first page comes before.
    jobs
        The queue for recordings; None where there is no model.
    fitting
        Finds model and voice for engine and queue; None where they hear as they come.
    names
        Files and folders to show at once.

    Raises
    ------
    UserError
        If the picture cannot be written.
    """
    app = _application()
    settings, note = file.load()
    keeper = Keeper(settings, file.save, for_now)
    translation = Translation(app, paths.assets() / "translations")
    translation.use(keeper.now.language)
    models = Models(paths.model_folders(), paths.tried())
    voices = VoicesInUse(
        Voices(paths.voices()), lambda: fitting.setup(keeper.now)[0] if fitting is not None else None
    )
    trainer = Trainer(paths.model_folders()[0])
    house = House(keeper, models, trainer, voices, lambda: _own(keeper, fitting))
    window = MainWindow(engine, dress_for(keeper.now), Player(), house=house, jobs=jobs)
    ears = Ears(fitting.setup, (engine, jobs) if jobs else (engine,)) if fitting else None
    follower = Follower(keeper, window, translation, ears, window)
    faults: list[Exception] = []

    def photograph(path: Path) -> None:
        try:
            save_picture(window, path)
        except UserError as fault:
            faults.append(fault)
        window.close()

    keeper.failed.connect(window.tell)
    with _told(window, faults.append):
        window.place.restore()
        told = [*([note] if note else []), *follower.begin()]
        window.show()
        if start and not keeper.now.welcomed and screenshot is None:
            window.welcome()
        elif start:
            window.start()
        if told:
            window.tell(*told)
        if names:
            window.open(names)
        if screenshot is not None:
            QTimer.singleShot(round(seconds * 1000), window, lambda: photograph(screenshot))
        app.exec()
    refused = next((fault for fault in faults if isinstance(fault, UserError)), None)
    if refused is not None:
        raise refused
    return 1 if faults else 0


def save_picture(window: MainWindow, path: Path) -> None:
    """Write the window's picture to ``path``, whole or not at all."""
    picture = QBuffer()
    picture.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(picture, "PNG")
    try:
        wholefile.write(path, picture.data().data())
    except OSError as error:
        raise UserError(
            "screenshot-not-written",
            "The picture could not be written",
            "Tried {path}.",
            "Choose a folder that exists and that you may write to.",
            path=path,
        ) from error


def _own(keeper: Keeper, fitting: Fitting | None) -> Own:
    setup = fitting.setup(keeper.now)[0] if fitting else None
    if fitting is None or setup is None:
        return Own()
    manifest = setup.model.manifest
    return Own(manifest.window_s, manifest.unsure_below, fitting.voices(setup.model))


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([TITLE])
    app.setApplicationName(TITLE)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(os.fspath(paths.assets() / "icon.svg")))
    return app


@contextmanager
def _told(window: MainWindow, note: Callable[[Exception], None]) -> Iterator[None]:
    """While the window is open, tell what goes wrong in its slots: in words there, in full in the log."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # Ctrl-C in the terminal
            window.close()
            return
        _log.error("A fault in the window", exc_info=(kind, error, trace))
        note(error)
        window.fail(error)

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before
