"""Work without a model: what is written in a file is how it sounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ser_desktop.engine.pool import Outcome
from ser_desktop.errors import UserError
from ser_desktop.results import Analysis
from tests.export.analyses import long_analysis


def analysis_of(path: Path) -> Analysis:
    """Return as many utterances as the file's text says."""
    return replace(long_analysis(int(path.read_text())), name=path.name, path=path)


class FakeWork:
    """Analyses from last to first, notes what it was asked for, and can be interrupted."""

    def __init__(self, stop_after: int = 1_000_000) -> None:
        self.asked: list[Path] = []
        self.closed = False
        self._stop_after = stop_after

    def __call__(self, paths: Sequence[Path]) -> Iterator[Outcome]:
        """Yield an outcome for each; a file that holds no number cannot be analysed."""
        self.asked += paths
        try:
            for done, path in enumerate(reversed(paths)):
                if done == self._stop_after:
                    raise KeyboardInterrupt
                try:
                    yield Outcome(path, analysis_of(path))
                except (ValueError, OSError):
                    yield Outcome(path, error=UserError("not-audio", f"{path.name} is no sound.", "Why."))
        finally:
            self.closed = True
