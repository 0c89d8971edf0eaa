"""Where the panels of the live page lie, at any size of the window. No Qt here.

In a high window the timeline lies under the answer; in a wide one the answer stands beside what moves over
time. Where there is no room for all some give way: first the timeline, or the voice where somebody asked for
the timeline; then the plane; then the answer. What is shown has room to be read, and nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GRID = 8
GAP = 2 * GRID
WIDE_GAP = 3 * GRID

AXIS = 28
"""Height of the timeline's axis with the marks of clips."""

_BESIDE = 172 * GRID  # from this width on the answer may stand beside the plots
_BARS_LEAST = 36 * GRID
_PLANE_LEAST = (26 * GRID, 20 * GRID)
_COLUMN = (60 * GRID, 100 * GRID)
_COLUMN_SHARE = 0.27
_CAPTION = 2 * GRID


@dataclass(frozen=True)
class Box:
    """A place on the page, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Needs:
    """What the panels need, in pixels.

    Attributes
    ----------
    rows
        How many emotions there are.
    verdict
        Width and height at which the large answer can be read.
    plot
        Height of the voice, or of the message in its place.
    """

    rows: int
    verdict: tuple[int, int]
    plot: int = 11 * GRID
    level: int = 4 * GRID

    @property
    def answer(self) -> int:
        """Height at which the rows of bars do not touch."""
        return max(self.verdict[1], self.bars)

    @property
    def bars(self) -> int:
        """Height of the bars alone."""
        return 19 * self.rows + _CAPTION

    @property
    def timeline(self) -> int:
        """Height at which lanes are told apart."""
        return 12 * self.rows + AXIS


@dataclass(frozen=True)
class Part:
    """Something in a column: how high it is at least and at most, and its weight for what is left."""

    name: str
    least: int
    most: int
    weight: float = 0.0


Boxes = dict[str, Box]
"""A place for each of "level", "voice", "verdict", "bars", "plane" and "timeline" that is to be seen."""


def arranged(size: tuple[int, int], wanted: frozenset[str], front: str, needs: Needs) -> Boxes:
    """Place those of the panels that are ``wanted`` and have room.

    Parameters
    ----------
    wanted
        Of "level", "voice", "answer", "timeline" and "plane".
    front
        Which of "voice" and "timeline" stays where there is room for one.
    """
    best: Boxes = {}
    for beside in (True, False):
        boxes = _as_many_as_fit(size, wanted, front, needs, beside=beside)
        if len(boxes) > len(best):
            best = boxes
    return best


def shared(room: int, parts: Sequence[Part]) -> list[int]:
    """Share ``room`` out: everyone has the least, the rest goes by weight, up to the most."""
    heights = [part.least for part in parts]
    growing = [index for index, part in enumerate(parts) if part.most > part.least and part.weight > 0]
    left = room - sum(heights)
    while left > 0 and growing:
        total, rest = sum(parts[index].weight for index in growing), left
        for index in growing:
            wanted = max(1, int(rest * parts[index].weight / total))
            more = min(wanted, parts[index].most - heights[index], left)
            heights[index] += more
            left -= more
        growing = [index for index in growing if heights[index] < parts[index].most]
    return heights


def _as_many_as_fit(
    size: tuple[int, int], wanted: frozenset[str], front: str, needs: Needs, *, beside: bool
) -> Boxes:
    """Let one after the other give way until the rest fits."""
    other = "voice" if front == "timeline" else "timeline"
    place = _beside if beside else _below
    for giving_way in (
        (),
        (other,),
        ("plane",),
        (other, "plane"),
        ("answer", "plane"),
        ("answer", "plane", other),
    ):
        boxes = place(size, wanted - frozenset(giving_way), needs)
        if boxes is not None:
            return boxes
    return {}


def _below(size: tuple[int, int], wanted: frozenset[str], needs: Needs) -> Boxes | None:
    """Place all of ``wanted`` from the top to the bottom; None where that does not fit."""
    width, height = size
    row, plots = wanted & {"answer", "plane"}, wanted & {"voice", "timeline"}
    parts = []
    if "level" in wanted:
        parts.append(Part("level", needs.level, needs.level))
    if "voice" in wanted:
        parts.append(
            Part("voice", needs.plot, max(needs.plot, height * (2 if len(plots) > 1 else 3) // 4), 0.5)
        )
    if row:
        parts.append(_row_part(row, needs, 40 if plots else 52))
    if "timeline" in wanted:
        parts.append(Part("timeline", needs.timeline, max(needs.timeline, 96 * needs.rows), 0.3))
    placed = _stacked(Box(0, 0, width, height), parts, GAP)
    if placed is None or not row:
        return placed
    inside = _row(placed.pop("row"), row, needs)
    return None if inside is None else placed | inside


def _row_part(wanted: frozenset[str], needs: Needs, bar: int) -> Part:
    """Return the part of verdict, bars and plane side by side; a bar gets ``bar`` pixels at most."""
    if "answer" not in wanted:
        return Part("row", _PLANE_LEAST[1], 60 * GRID, 0.3)
    least = max(needs.answer, _PLANE_LEAST[1] if "plane" in wanted else 0)
    return Part("row", least, max(least, bar * needs.rows + _CAPTION), 0.3)


def _stacked(room: Box, parts: Sequence[Part], gap: int) -> Boxes | None:
    """Place parts under each other; None where they do not fit."""
    height = room.height - gap * (len(parts) - 1)
    if sum(part.least for part in parts) > height:
        return None
    boxes: Boxes = {}
    top = room.y
    for part, own in zip(parts, shared(height, parts), strict=True):
        boxes[part.name] = Box(room.x, top, room.width, own)
        top += own + gap
    return boxes


def _row(room: Box, wanted: frozenset[str], needs: Needs) -> Boxes | None:
    """Place verdict, bars and plane from the left to the right; None where they do not fit."""
    plane = min(max(_PLANE_LEAST[0], round(1.2 * room.height)), 70 * GRID) if "plane" in wanted else 0
    if "answer" not in wanted:
        return {"plane": Box(room.x, room.y, min(room.width, 2 * plane), room.height)}
    verdict = needs.verdict[0]
    rest = room.width - verdict - (2 * GAP if plane else GAP)
    if plane:
        plane = max(_PLANE_LEAST[0], min(plane, rest - _BARS_LEAST))
    bars = rest - plane
    if bars < _BARS_LEAST:
        return None
    boxes = {
        "verdict": Box(room.x, room.y, verdict, room.height),
        "bars": Box(room.x + verdict + GAP, room.y, bars, room.height),
    }
    if plane:
        boxes["plane"] = Box(room.x + room.width - plane, room.y, plane, room.height)
    return boxes


def _beside(size: tuple[int, int], wanted: frozenset[str], needs: Needs) -> Boxes | None:
    """Place what moves over time to the left, the answer to the right; None where that does not fit."""
    width, height = size
    answer = wanted & {"answer", "plane"}
    if width < _BESIDE or not wanted & {"voice", "timeline"} or not answer:
        return None
    right = round(min(max(_COLUMN_SHARE * width, _COLUMN[0]), _COLUMN[1]))
    below = _below((width - right - 2 * WIDE_GAP, height), wanted - answer, needs)
    column = _stacked(Box(width - right, 0, right, height), _column_parts(right, answer, needs), WIDE_GAP)
    return None if below is None or column is None else below | column


def _column_parts(width: int, wanted: frozenset[str], needs: Needs) -> list[Part]:
    """Return verdict, bars and plane under each other."""
    parts = []
    if "answer" in wanted:
        parts.append(Part("verdict", needs.verdict[1], needs.verdict[1], 0.0))
        parts.append(Part("bars", needs.bars, 52 * needs.rows + _CAPTION, 0.5))
    if "plane" in wanted:
        parts.append(Part("plane", _PLANE_LEAST[1] + 4 * GRID, width, 0.3))
    return parts
