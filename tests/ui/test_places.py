"""Windows come back where they lay, and into view where a screen is gone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ser_desktop.settings import Place
from ser_desktop.ui.places import USUAL_SIZE, WindowPlace, in_view
from tests.fakes.house import house

PATIENCE_MS = 20_000
places = st.builds(
    Place, st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(300, 5000), st.integers(90, 3000)
)
screens = st.lists(
    st.builds(
        Place,
        st.integers(-4000, 4000),
        st.integers(-2000, 2000),
        st.integers(800, 4000),
        st.integers(600, 2200),
    ),
    min_size=1,
    max_size=3,
)


def inside(place: Place, screen: Place) -> bool:
    """Whether all of a window is on a screen."""
    return (
        screen.x <= place.x
        and screen.y <= place.y
        and place.x + place.width <= screen.x + screen.width
        and place.y + place.height <= screen.y + screen.height
    )


@given(place=places, screens=screens)
def test_a_window_is_always_in_view(place: Place, screens: list[Place]) -> None:
    """Whole on some screen, no larger than it was, and where it was if that is in view."""
    found = in_view(place, screens)
    assert any(inside(found, screen) for screen in screens)
    assert (found.width, found.height) <= (place.width, place.height)
    assert in_view(found, screens) == found


@given(place=places, screens=screens)
def test_a_window_in_view_stays(place: Place, screens: list[Place]) -> None:
    """Nobody's window moves without need."""
    first = screens[0]
    there = in_view(place, [first])
    assert in_view(there, [first]) == there


def test_without_a_screen_nothing_happens() -> None:
    """As it is while screens are being changed."""
    place = Place(1, 2, 3, 4)
    assert in_view(place, []) == place


def test_a_place_is_kept_and_found_again(qtbot: QtBot) -> None:
    """Moved, resized, closed; the next window is there. The first one ever has the usual size."""
    keeper = house().keeper
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    WindowPlace(first, keeper).restore()
    assert (first.width(), first.height()) == USUAL_SIZE
    first.show()
    first.setGeometry(40, 50, 620, 470)
    qtbot.waitUntil(lambda: keeper.now.window == Place(40, 50, 620, 470), timeout=PATIENCE_MS)
    first.setGeometry(60, 50, 620, 470)
    first.close()
    WindowPlace(second, keeper).restore()
    assert second.geometry().getRect() == (60, 50, 620, 470)


def test_maximised_is_kept_too(qtbot: QtBot) -> None:
    """With the size that it has otherwise."""
    keeper = house(window=Place(10, 20, 640, 480)).keeper
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    WindowPlace(first, keeper).restore()
    first.showMaximized()
    qtbot.waitUntil(lambda: bool(keeper.now.window and keeper.now.window.maximised), timeout=PATIENCE_MS)
    first.close()
    WindowPlace(second, keeper).restore()
    assert second.windowState() & Qt.WindowState.WindowMaximized
