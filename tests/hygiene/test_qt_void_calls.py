"""Qt's Python binding keeps its references: PySide6 6.12.0 on Python 3.11 does not, and aborts."""

from __future__ import annotations

import os
import subprocess
import sys

CALLS = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
widget = QWidget()
for _ in range(20_000):
    widget.update()
print("survived")
"""


def test_twenty_thousand_void_calls_survive() -> None:
    """Each call that returns nothing hands None back; a binding that loses it brings the interpreter down."""
    child = subprocess.run(
        [sys.executable, "-c", CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (child.returncode, child.stdout) == (0, "survived\n"), child.stderr
