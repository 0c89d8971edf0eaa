"""A line that tells how far the work is, on a terminal and in a log file."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from ser_desktop.training.progress import ProgressLine


def shown(*, terminal: bool) -> str:
    """Show a resumed piece of work: 40 of 100 were done, then two more."""
    console = Console(file=io.StringIO(), force_terminal=terminal, color_system=None, width=200)
    with ProgressLine(console, "training", 100) as line:
        line.show(40, "")
        line.show(41, "epoch 5: validation UAR 0.500")
        line.step()
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_a_terminal_sees_count_time_and_note() -> None:
    """How much, of how much, how long still, and the last epoch."""
    last = shown(terminal=True).splitlines()[-2]  # the very last shows the cursor again
    assert re.search(r"training .*42/100.* \d+:\d\d:\d\d.* epoch 5: validation UAR 0.500", last)


def test_a_log_file_gets_a_line_each_epoch() -> None:
    """And not a bar for each batch."""
    text = shown(terminal=False)
    assert text.count("epoch 5: validation UAR 0.500") == 2  # its own line, and the final bar
    assert len(text.splitlines()) == 2


def test_the_bar_ends_with_the_work() -> None:
    """An error leaves the terminal as it was, and passes on."""
    console = Console(file=io.StringIO(), force_terminal=True)
    with pytest.raises(KeyError), ProgressLine(console, "training", 10):
        raise KeyError
    with ProgressLine(console, "again", 10) as line:
        line.step()
