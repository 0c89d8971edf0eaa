"""What a library says of itself does not reach the terminal; what is said before and after does."""

from __future__ import annotations

import os
import threading

import pytest

from ser_desktop.inference.greeting import without_greeting


def test_only_what_is_said_inside_is_lost(capfd: pytest.CaptureFixture[str]) -> None:
    """At the level of the process, where libraries in C++ write."""
    os.write(2, b"before ")
    with without_greeting():
        os.write(2, b"inside ")
    os.write(2, b"behind")
    assert capfd.readouterr().err == "before behind"


def test_the_terminal_is_given_back_whatever_happens(capfd: pytest.CaptureFixture[str]) -> None:
    """After a fault inside, and after many threads at once."""

    def fail() -> None:
        with pytest.raises(RuntimeError), without_greeting():
            raise RuntimeError

    threads = [threading.Thread(target=fail) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.write(2, b"heard")
    assert capfd.readouterr().err == "heard"
