"""Opens the window over an engine, and takes its picture where one is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ser_desktop import paths, wholefile
from ser_desktop.audio.player import Player
from ser_desktop.crashes.hooks import caught
from ser_desktop.crashes.report import LOG_LINES, report
from ser_desktop.crashes.runlog import RunLog
from ser_desktop.engine.models import Models
from ser_desktop.engine.trainer import Trainer
from ser_desktop.engine.voices import Voices, VoicesInUse
from ser_desktop.errors import UserError
from ser_desktop.fitting import Fitting
from ser_desktop.settings import SettingsFile
from ser_desktop.ui.files.queue import Jobs
from ser_desktop.ui.first_paint import FirstPaint
from ser_desktop.ui.following import Ears, Follower, dress_for
from ser_desktop.ui.house import House, Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import Translation
from ser_desktop.ui.main_window import TITLE, MainWindow
from ser_desktop.ui.presenter import Engine
from ser_desktop.ui.qt_messages import logged


@logged()
def run_window(  # noqa: PLR0913 - the one place where all of the program meets
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
    log: RunLog | None = None,
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
    log
        The log of this run, where one is kept.

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
    house = House(
        keeper, models, trainer, voices, lambda: _own(keeper, fitting), partial(_report, engine, log)
    )
    palette = dress_for(keeper.now)
    window = MainWindow(engine, palette, Player(), house=house, jobs=jobs)
    ears = Ears(fitting.setup, (engine, jobs) if jobs else (engine,)) if fitting else None
    follower = Follower(keeper, window, translation, ears, window, palette)
    faults: list[Exception] = []

    def photograph(path: Path) -> None:
        try:
            save_picture(window, path)
        except UserError as fault:
            faults.append(fault)
        window.close()

    def tell(error: BaseException) -> None:
        if isinstance(error, Exception):
            faults.append(error)
            window.fail(error)
        else:  # Ctrl-C in the terminal
            window.close()

    FirstPaint(window)
    keeper.failed.connect(window.tell)
    with caught(tell):
        window.place.restore()
        told = [*([note] if note else []), *follower.begin()]
        window.show()
        if start and not keeper.now.welcomed and screenshot is None:
            window.welcome()
        elif start:
            window.start()
        if names:
            window.open(names)
        _say(window, told, ended=log is not None and bool(log.ended))
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


def _say(window: MainWindow, told: Sequence[UserError], *, ended: bool) -> None:
    """Say what is to be known at the beginning."""
    if told:
        window.tell(*told)
    if ended:
        window.own_up()


def _report(engine: Engine, log: RunLog | None) -> Callable[[], tuple[str, str]]:
    """Ask the engine what is to be told of it, and return what writes the report."""
    lines = log.lines(LOG_LINES) if log is not None else []
    return partial(report, _counters(engine), lines, log.discretion if log is not None else None)


def _counters(engine: Engine) -> dict[str, object]:
    moment = engine.snapshot()
    told: dict[str, object] = {
        "State": moment.state,
        "Listens to": f"{moment.source or 'nothing'}, {moment.rate_hz} Hz",
        "Samples lost": moment.lost_samples,
    }
    if moment.error is not None:
        told["Fault"] = moment.error.code
    if engine.session is not None:
        heard = engine.session.report("")
        gone = sum(one.end_s > one.start_s for one in heard.missing)
        told |= {
            "Listened for": f"{heard.duration_s:.0f} s",
            "Gaps": len(heard.missing) - gone,
            "Restarts": gone,
            "Model": f"{heard.origin.model}, sha256 {heard.origin.sha256}",
        }
    return told


def _application() -> QApplication:
    QApplication.setStyle("Fusion")  # before there is an application: the system's own style is never made
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([TITLE])
    app.setApplicationName(TITLE)
    app.setWindowIcon(QIcon(os.fspath(paths.assets() / "icon.svg")))
    return app
