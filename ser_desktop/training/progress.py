"""A line that moves: what is being done, how far it is, and how long it will still take."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class ProgressLine:
    """Progress bar of one task with ``total`` steps, and a note behind it."""

    def __init__(self, console: Console, title: str, total: int) -> None:
        self._progress = Progress(
            TextColumn("{task.description:>20}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[note]}"),
            console=console,
        )
        self._task = self._progress.add_task(title, total=total, note="")

    def __enter__(self) -> ProgressLine:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def step(self) -> None:
        """One more is done."""
        self._progress.advance(self._task)

    def show(self, done: int, note: str) -> None:
        """Show that ``done`` steps are done in all; a ``note`` replaces the last one and stays."""
        self._progress.update(self._task, completed=done)
        if note:
            self._progress.update(self._task, note=note)
            if not self._progress.console.is_terminal:  # a log file gets a line instead of a moving bar
                self._progress.console.print(note)
