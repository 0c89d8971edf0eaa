"""The trainer as another program runs it: one JSON object a line on standard output.

- ``{"progress": {"phase", "part", "done", "total", "left_s"}}``: ``left_s`` is for this phase and part; null
  where it cannot be told, and ``total`` is 0 where nothing is counted;
- ``{"found": {…}}``: what the recordings hold, and how many were left out for which reason;
- ``{"left_out": {…}}``: one more reason, found when the recordings were heard;
- ``{"epoch": {"number", "loss", "validation_loss", "validation_uar"}}``, numbered from 1;
- ``{"model": {…}}`` or ``{"error": {…}}`` is the last.
"""

from __future__ import annotations

import json
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.corpora.clip import Clip, Corpus, Skipped
from ser_desktop.training.figures import STRANGERS, judged
from ser_desktop.training.orders import CancelledError, Orders, nothing_trained
from ser_desktop.training.schedule import Epoch
from ser_desktop.training.telling import Phase

_TELL_EVERY_S = 0.1
_PACE_S = 20.0  # the pace is that of the last so many seconds
_LEAST_S = 1.0  # of work, before time left is told


class Lines:
    """Writes what the trainer tells, and lets ``orders`` end the work where it is told of steps."""

    def __init__(self, stream: TextIO, orders: Orders) -> None:
        self._stream = stream
        self._orders = orders
        self._count = self._counted(Phase.LOOKING, 0)

    def begin(self, phase: Phase) -> None:
        """Tell the phase."""
        self._heed(phase)
        if phase is Phase.WRITING:
            self._orders.close()  # in a moment there is a model
        self._counted(phase, 0).tell()

    @contextmanager
    def task(self, phase: Phase, total: int, part: str = "") -> Iterator[Count]:
        """Tell the phase and each step, some times a second."""
        count = self._counted(phase, total, part)
        count.tell()
        yield count
        count.tell()

    def looked(self, done: int, total: int) -> None:
        """Tell how far the search is."""
        if total != self._count.total or done < self._count.done:  # of the next corpus
            self._count = self._counted(Phase.LOOKING, total)
        self._count.show(done, "")
        if done == total:
            self._count.tell()

    def found(
        self, corpora: Sequence[Corpus], clips: Sequence[Clip], labels: Sequence[str], *, strangers: bool
    ) -> None:
        """Tell it in numbers."""
        counts = Counter(clip.label for clip in clips)
        told = {
            "clips": len(clips),
            "speakers": sorted({clip.speaker for clip in clips if clip.speaker_known}),
            "unnamed": sum(not clip.speaker_known for clip in clips),
            "labels": {label: counts[label] for label in labels if counts[label]},
            "strangers": strangers,
            "left_out": _grouped([skipped for corpus in corpora for skipped in corpus.skipped]),
        }
        self._tell("found", told)

    def unheard(self, skipped: Skipped) -> None:
        """Tell which, and why."""
        self._tell("left_out", _grouped([skipped])[0])

    def epoch(self, epoch: Epoch) -> None:
        """Tell its figures."""
        figures = {
            "number": epoch.number + 1,
            "loss": epoch.loss,
            "validation_loss": epoch.validation_loss,
            "validation_uar": epoch.validation_uar,
        }
        self._tell("epoch", figures)

    def remark(self, text: str) -> None:
        """Nothing is told: it is for people."""

    def made(self, manifest: Manifest, folder: Path) -> None:
        """Tell where the model is, and what it is worth."""
        told = {
            "folder": str(folder),
            "name": folder.name,
            "title": manifest.title,
            "labels": manifest.labels,
            "stopped": manifest.training["interrupted"],
            "strangers": STRANGERS in manifest.metrics,
            "figures": judged(manifest)["all"],
        }
        self._tell("model", told)

    def fault(self, error: UserError) -> None:
        """Tell why there is no model."""
        self._tell("error", error.to_data())

    def _counted(self, phase: Phase, total: int, part: str = "") -> Count:
        return Count(lambda told: self._tell("progress", told), lambda: self._heed(phase), phase, total, part)

    def _heed(self, phase: Phase) -> None:
        self._orders.heed(stop=phase not in {Phase.MEASURING, Phase.WRITING})  # the best is kept anyway

    def _tell(self, kind: str, told: object) -> None:
        self._stream.write(json.dumps({kind: told}) + "\n")
        self._stream.flush()


class Count:
    """Steps of one piece of work, told some times a second with the time that is left by its pace."""

    def __init__(
        self,
        tell: Callable[[dict[str, Any]], None],
        heed: Callable[[], None],
        phase: Phase,
        total: int,
        part: str,
    ) -> None:
        self.total = total
        self.done = 0
        self._tell = tell
        self._heed = heed
        self._phase = phase
        self._part = part
        self._told_s = 0.0
        self._shown = 0
        self._pace: deque[tuple[float, int]] = deque()

    def step(self) -> None:
        """One more is done."""
        self.show(self.done + 1, "")

    def show(self, done: int, note: str) -> None:  # noqa: ARG002 - the note is for people
        """So many are done in all."""
        self.done = done
        now_s = time.monotonic()
        self._shown += 1
        if self._shown <= 2:  # the first step takes longest: what is needed once is made ready
            self._pace.clear()
        if self._shown <= 2 or now_s - self._told_s >= _TELL_EVERY_S:
            self._pace.append((now_s, done))
            while len(self._pace) > 2 and now_s - self._pace[0][0] > _PACE_S:
                self._pace.popleft()
            self.tell()
        self._heed()

    def tell(self) -> None:
        """Tell it now."""
        self._told_s = time.monotonic()
        left_s = self._left_s()
        self._tell(
            {
                "phase": self._phase,
                "part": self._part,
                "done": self.done,
                "total": self.total,
                "left_s": None if left_s is None else round(left_s, 1),
            }
        )

    def _left_s(self) -> float | None:
        if len(self._pace) < 2:
            return None
        (first_s, first), (last_s, last) = self._pace[0], self._pace[-1]
        if last <= first or last_s - first_s < _LEAST_S:
            return None
        return (last_s - first_s) / (last - first) * (self.total - self.done)


def told(work: Callable[[Lines], object], stream: TextIO) -> int:
    """Do ``work``, telling ``stream`` and heeding standard input; return the exit status."""
    orders = Orders()
    lines = Lines(stream, orders)
    orders.listen()
    try:
        work(lines)
    except UserError as error:
        lines.fault(error)
        return 1
    except KeyboardInterrupt:
        lines.fault(nothing_trained())
        return 1
    except CancelledError:
        return 1
    finally:
        orders.close()
    return 0


def _grouped(skipped: Sequence[Skipped]) -> list[dict[str, Any]]:
    """Reasons with how many recordings each concerns; a file's own name does not make a reason another."""
    groups: dict[tuple[object, ...], list[Skipped]] = {}
    for each in skipped:
        names = {each.path.name, str(each.path)}
        values = (pair for pair in sorted(each.why.values.items()) if pair[1] not in names)
        reason = each.why.templates[0].replace(each.path.name, "")
        groups.setdefault((reason, *map(repr, values)), []).append(each)
    return [
        {"reason": group[0].why.to_data(), "count": len(group), "example": str(group[0].path)}
        for group in groups.values()
    ]
