"""The trainer at a terminal: a line that moves, and what was found in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.corpora.clip import Clip, Corpus, Skipped
from ser_desktop.training.schedule import Epoch
from ser_desktop.training.telling import Phase


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


class ConsoleProgress:
    """Tells a person at a terminal, or who reads a log file, what the trainer does."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console()

    def begin(self, phase: Phase) -> None:
        """Nothing is shown until there is something to count."""

    def task(self, phase: Phase, total: int, part: str = "") -> ProgressLine:
        """Show a bar."""
        return ProgressLine(self._console, f"{phase}: {part}" if part else phase, total)

    def looked(self, done: int, total: int) -> None:
        """Nothing is shown: it takes moments."""

    def found(
        self, corpora: Sequence[Corpus], clips: Sequence[Clip], labels: Sequence[str], *, strangers: bool
    ) -> None:
        """Print a line for each corpus, and what is left out."""
        for corpus in corpora:
            used = [clip for clip in clips if clip.corpus == corpus.name]
            counts = Counter(clip.label for clip in used)
            self._console.print(
                f"{corpus.name}: {len(used)} clips, {len({clip.speaker for clip in used})} speakers; "
                + ", ".join(f"{label} {counts[label]}" for label in labels if counts[label])
            )
            for skipped in corpus.skipped:
                self._warn(f"  skipped {skipped.path}: {skipped.reason}")
            if corpus.skipped:
                self._warn(f"  {len(corpus.skipped)} files skipped")
        if not strangers:
            self._warn(
                "Too few speakers are known to hold any out: there will be no figure for strangers, only one "
                "for other recordings of the same voices."
            )

    def unheard(self, skipped: Skipped) -> None:
        """Print which, and why."""
        self._warn(f"skipped {skipped.path}: {skipped.reason}")

    def epoch(self, epoch: Epoch) -> None:
        """Print nothing: the bar tells it."""

    def remark(self, text: str) -> None:
        """Print it."""
        self._console.print(text)

    def made(self, manifest: Manifest, folder: Path) -> None:
        """Print where it is."""
        self._console.print(f"{manifest.title} is ready in {folder}; its card tells what it is worth.")

    def _warn(self, text: str) -> None:
        self._console.print(text, style="yellow")
