"""The line that tells how far a run is."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.batch.progress import ProgressLine, line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("share", "elapsed_s", "told"),
    [(0.5, 30, "0:30 left"), (0.1, 500, "1:15:00 left"), (1.0, 9, "0:00 left"), (0.0, 5, "of 4 files")],
)
def test_time_left(share: float, elapsed_s: float, told: str) -> None:
    """As long again as it took, by the share that is done; unknown before anything is."""
    assert line(2, 4, share, elapsed_s).endswith(told)


@given(st.floats(0, 2), st.floats(0, 1e7))
def test_it_never_fails(share: float, elapsed_s: float) -> None:
    """Sizes may have changed since they were looked at."""
    assert line(1, 2, share, elapsed_s).startswith("[")


def test_it_is_drawn_on_a_terminal_alone_and_wiped_at_the_end() -> None:
    """A log file is not filled with it."""
    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        with ProgressLine(stream, 2, 0) as shown:
            shown.step(0)
            shown.step(0)
        assert ("1 of 2 files" in stream.getvalue()) == drawn
        assert stream.getvalue().endswith("\r\x1b[K") == drawn
