"""What another program asks of the trainer is done, once, and in time; what it did not ask for is not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ser_desktop.training.orders import CancelledError, Orders

PATIENCE_S = 60.0


class Pipe:
    """The other program's end of standard input, and the trainer's orders."""

    def __init__(self) -> None:
        there, self._here = os.pipe()
        self.orders = Orders(there)
        self.orders.listen()

    def write(self, text: bytes) -> None:
        os.write(self._here, text)

    def end(self) -> None:
        if self._here >= 0:
            os.close(self._here)
        self._here = -1


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.orders.close()
    pipe.end()


def raised(ask: Callable[[], None]) -> BaseException:
    """Ask until something is raised."""
    deadline_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:
        try:
            ask()
        except (KeyboardInterrupt, CancelledError) as asked:
            return asked
        time.sleep(0.005)
    raise TimeoutError


def test_stop_is_a_ctrl_c_once(pipe: Pipe) -> None:
    """In however many pieces it comes; what is done afterwards is not interrupted again."""
    pipe.write(b"sto")
    pipe.orders.heed(stop=True)
    pipe.write(b"p\r\n")
    assert isinstance(raised(lambda: pipe.orders.heed(stop=True)), KeyboardInterrupt)
    pipe.orders.heed(stop=True)


def test_a_stop_that_comes_too_late_is_void(pipe: Pipe) -> None:
    """While the model is measured it is as good as made; a cancel still counts then."""
    pipe.write(b"stop\ncancel\n")
    cancelled = raised(lambda: pipe.orders.heed(stop=False))
    assert isinstance(cancelled, CancelledError)
    assert cancelled.for_good


def test_the_end_of_a_pipe_ends_it_but_gives_nothing_up(pipe: Pipe) -> None:
    """The other program is gone, perhaps not by its own will."""
    pipe.write(b"what\n\n")
    pipe.end()
    cancelled = raised(lambda: pipe.orders.heed(stop=True))
    assert isinstance(cancelled, CancelledError)
    assert not cancelled.for_good


def test_once_it_is_over_nothing_is_heard(pipe: Pipe) -> None:
    """A model that is being written is written whole."""
    pipe.orders.close()
    pipe.write(b"cancel\n")
    pipe.end()
    time.sleep(0.1)
    pipe.orders.heed(stop=True)


def test_no_input_is_not_the_end_of_a_pipe(tmp_path: Path) -> None:
    """A job that a system starts without a terminal has an empty file there; it goes on."""
    (tmp_path / "empty").touch()
    for name in (os.devnull, str(tmp_path / "empty")):
        descriptor = os.open(name, os.O_RDONLY)
        orders = Orders(descriptor)
        orders.listen()
        time.sleep(0.1)
        orders.heed(stop=True)
        os.close(descriptor)


def test_who_is_too_busy_to_hear_is_ended() -> None:
    """A long piece of work that asks nothing does not outlive the other program."""
    program = (
        "import time\n"
        "from ser_desktop.training import orders\n"
        "orders._PATIENCE_S = 0.2\n"
        "orders.Orders().listen()\n"
        "print(flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        child.stdin.close()
        assert child.wait(PATIENCE_S) == 1
