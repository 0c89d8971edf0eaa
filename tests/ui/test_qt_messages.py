"""What Qt has to say is in the log, and nothing of it is on the terminal alone."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qWarning

from ser_desktop.crashes.runlog import newest_lines
from ser_desktop.ui.qt_messages import logged

FATAL = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from ser_desktop.crashes.runlog import RunLog
from ser_desktop.ui.qt_messages import logged
with RunLog(Path(sys.argv[1])) as log, logged():
    if log.ended:
        sys.exit(3)
    QGuiApplication([])
"""


def test_qt_speaks_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Each message once, as grave as Qt says it is; afterwards Qt speaks as before."""
    with logged():
        qWarning("a warning of Qt's")
        qCritical("a fault of Qt's")
    said = [(one.name, one.levelno, one.getMessage()) for one in caplog.records]
    assert said == [
        ("qt.default", logging.WARNING, "a warning of Qt's"),
        ("qt.default", logging.ERROR, "a fault of Qt's"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_what_qt_ends_the_process_for_is_told(tmp_path: Path) -> None:
    """A missing platform is such a fault: its words are in the log, and the next start knows of it."""
    env = {**os.environ, "QT_QPA_PLATFORM": "nowhere"}
    for status in (-6, 3):
        done = subprocess.run(
            [sys.executable, "-c", FATAL, str(tmp_path)], env=env, capture_output=True, check=False
        )
        assert done.returncode == status, done.stderr
    text = "\n".join(newest_lines(tmp_path, 1000))
    assert "CRITICAL MainThread qt.default: This application failed to start" in text
    assert "nowhere" in text
    assert "Aborted" in text
