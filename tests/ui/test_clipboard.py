"""What was copied is there, and does not bring the program down when it ends."""

from __future__ import annotations

import subprocess
import sys

CHILD = """
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from ser_desktop.ui import clipboard
app = QApplication([])
clipboard.copy("first", QPixmap(8, 8))
assert QApplication.clipboard().mimeData().hasImage()
clipboard.copy("second", QPixmap(8, 8))
print(QApplication.clipboard().text())
"""


def test_the_program_ends_in_peace_after_a_picture_was_copied() -> None:
    """Qt lets go of what is on the clipboard when Python is no more; it must not be Python's."""
    ended = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "second\n"), ended.stderr
