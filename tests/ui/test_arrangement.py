"""Where panels lie: never over each other, never cut, and something sensible at any size."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.settings import PANELS
from ser_desktop.ui.arrangement import GRID, Box, Needs, Part, arranged, shared

SMALLEST = (852, 391)
NEEDS = Needs(rows=7, verdict=(33 * GRID, 23 * GRID))
needs = st.builds(
    Needs,
    rows=st.integers(2, 9),
    verdict=st.tuples(st.integers(20 * GRID, 38 * GRID), st.just(23 * GRID)),
    plot=st.integers(11 * GRID, 30 * GRID),
)
sizes = st.tuples(st.integers(600, 4000), st.integers(200, 2200))
choices = st.frozensets(st.sampled_from(PANELS))
fronts = st.sampled_from(["voice", "timeline"])


def apart(one: Box, other: Box) -> bool:
    """Whether two places have no pixel in common."""
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


@given(size=sizes, wanted=choices, front=fronts, needs=needs)
def test_nothing_overlaps_and_nothing_is_cut(
    size: tuple[int, int], wanted: frozenset[str], front: str, needs: Needs
) -> None:
    """Every panel lies within the page, apart from all others, and is as high as it has to be."""
    boxes = arranged(size, wanted, front, needs)
    for box in boxes.values():
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= size[0]
        assert box.y + box.height <= size[1]
    assert all(apart(one, other) for one, other in combinations(boxes.values(), 2))
    least = {
        "level": needs.level,
        "voice": needs.plot,
        "verdict": needs.verdict[1],
        "bars": needs.bars,
        "timeline": needs.timeline,
        "plane": 20 * GRID,
    }
    assert all(box.height >= least[name] for name, box in boxes.items())
    shown = {"answer" if name in {"verdict", "bars"} else name for name in boxes}
    assert shown <= wanted
    assert ("verdict" in boxes) == ("bars" in boxes)


@given(width=st.integers(852, 4000), height=st.integers(900, 2200), wanted=choices, front=fronts)
def test_where_there_is_room_all_is_shown(
    width: int, height: int, wanted: frozenset[str], front: str
) -> None:
    """Whoever has a large window sees whatever they chose."""
    boxes = arranged((width, height), wanted, front, NEEDS)
    assert ("verdict" in boxes) == ("answer" in wanted)
    assert boxes.keys() - {"verdict", "bars"} == wanted - {"answer"}


@pytest.mark.parametrize("rows", [7, 9])
@pytest.mark.parametrize("front", ["voice", "timeline"])
def test_in_the_smallest_window_one_plot_gives_way(rows: int, front: str) -> None:
    """Level, answer and plane stay, and of the two plots the one that was asked for."""
    least = Needs(rows=rows, verdict=(33 * GRID, 23 * GRID))
    boxes = arranged(SMALLEST, frozenset(PANELS), front, least)
    assert boxes.keys() == {"level", front, "verdict", "bars", "plane"}


@given(wanted=choices, front=fronts, needs=needs, height=st.integers(372, 1400))
def test_a_wider_window_never_shows_less(
    wanted: frozenset[str], front: str, needs: Needs, height: int
) -> None:
    """Who draws the window wider loses nothing."""
    counts = [len(arranged((width, height), wanted, front, needs)) for width in range(852, 2600, 92)]
    assert counts == sorted(counts)


@given(
    room=st.integers(0, 2000), data=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 400)), max_size=6)
)
def test_room_is_shared_out_whole(room: int, data: list[tuple[int, int]]) -> None:
    """Everyone has the least and not more than the most; nothing is left while somebody could grow."""
    parts = [Part(str(index), least, least + more, 0.1 + index) for index, (least, more) in enumerate(data)]
    if sum(part.least for part in parts) > room:
        return
    heights = shared(room, parts)
    assert all(part.least <= height <= part.most for part, height in zip(parts, heights, strict=True))
    assert sum(heights) == min(room, sum(part.most for part in parts))
