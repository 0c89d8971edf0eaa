"""The whole chain on real input: recordings are spoken into a virtual microphone, the real window listens.

Protects the program's main promise: what the window says live of a clip is what ``analyze`` says of its
file, and silence is "no speech". A real PortAudio stream on a private sound server, a real X screen where
Xvfb is installed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from ser_desktop import paths
from ser_desktop.results import EMOTIONS
from ser_desktop.ui.words import adjective
from tests.virtual_microphone import NAME, VirtualMicrophone

CHILD = Path(__file__).with_name("live_window_child.py")
PAUSE_S = 2.5
AGREEING = 10 / 12  # share of the clips, at the least
# One official name a line, so that the clips are the same everywhere: emotions and corpora mixed.
ALL_CLIPS = (
    "emodb/wav/03a01Wa",
    "emodb/wav/08a02Tb",
    "emodb/wav/11a05Fc",
    "ravdess/Actor_05/03-01-05-02-01-01-05",
    "ravdess/Actor_08/03-01-06-02-02-01-08",
    "ravdess/Actor_12/03-01-04-01-01-01-12",
    "emovo/f1/gio-f1-b1",
    "emovo/m2/rab-m2-n1",
    "emovo/f2/dis-f2-b1",
    "tess/OAF_sad/OAF_back_sad",
    "tess/YAF_happy/YAF_back_happy",
    "tess/YAF_pleasant_surprise/YAF_date_ps",
    "ased/05Angry/a5-03-01-02-50",
    "ased/01Neutral/n1-01-01-01-05",
    "urdu/Sad/SM23_F1_S07",
)


@dataclass(frozen=True)
class Look:
    """What the window showed at one moment."""

    time_s: float
    headline: str
    line: str
    last: str
    state: str
    ring: str
    card: str
    welcome: str
    test: str
    devices: str


class Window:
    """The child process with the window, and everything that it showed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.looks: list[Look] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.looks.append(Look(**json.loads(line)))

    def order(self, text: str) -> None:
        """Ask the window's process for something."""
        assert self._process.stdin
        self._process.stdin.write(f"{text}\n")
        self._process.stdin.flush()

    def wait_for(self, headline: str, patience_s: float = 30.0) -> None:
        """Return once the window shows ``headline``."""
        self.wait_until(lambda look: look.headline == headline, patience_s)

    def wait_until(self, holds: Callable[[Look], bool], patience_s: float = 60.0) -> None:
        """Return once what the window shows is so."""
        deadline = time.monotonic() + patience_s
        while not self.looks or not holds(self.looks[-1]):
            assert time.monotonic() < deadline, f"it never came: {self.looks[-1:]}"
            assert self._process.poll() is None, "the window closed"
            time.sleep(0.05)

    def between(self, start_s: float, end_s: float) -> list[Look]:
        """All looks from ``start_s`` to ``end_s``, times of the system's clock."""
        return [look for look in self.looks if start_s <= look.time_s <= end_s]

    def close(self) -> int:
        """Close the window and return its process's exit status."""
        assert self._process.stdin
        self._process.stdin.close()
        status = self._process.wait(timeout=30)
        self._reader.join()
        return status


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give the environment of a private X screen; where there is no Xvfb, of Qt's own offscreen one."""
    if shutil.which("Xvfb") is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def listens(look: Look) -> bool:
    """Whether the window listens, and hears nobody."""
    return look.headline == "No speech"


@contextlib.contextmanager
def live_window(microphone: VirtualMicrophone, ready: Callable[[Look], bool] = listens) -> Iterator[Window]:
    """Open the window on a virtual microphone, wait until it is ``ready``, and close it as a person does."""
    with (
        screen() as display,
        subprocess.Popen(
            [sys.executable, str(CHILD)],
            env={**microphone.env, **display},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        window = Window(process)
        try:
            window.wait_until(ready)
            yield window
            assert window.close() == 0
        finally:
            process.kill()  # a test that failed must not wait for a window that nobody closes


def official(corpora: Path, name: str) -> Path:
    """Find a clip by its official name, whatever its container."""
    (found,) = corpora.glob(f"{name}.*")
    return found


def analyzed(clips: list[Path]) -> list[str]:
    """Labels that the command line gives to the clips' files."""
    command = [sys.executable, "-m", "ser_desktop", "analyze", "--json", *map(str, clips)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line)["label"] for line in result.stdout.splitlines()]


def decision(looks: list[Look], before: str) -> str:
    """Return what the window decided of a clip: the longest utterance that it named as the last one."""
    lines = dict.fromkeys(look.last for look in looks if look.last and look.last != before)
    if not lines:
        return "no speech"
    longest = max(lines, key=lambda line: float(line.rsplit(", ", 1)[1].split()[0]))
    words = {f"sounds {adjective(label)}": label for label in EMOTIONS}
    return words.get(longest.removeprefix("Last: ").split(",")[0], "unsure")


@pytest.mark.corpora
@pytest.mark.audio_server
@pytest.mark.parametrize(
    "names", [ALL_CLIPS[::2], pytest.param(ALL_CLIPS, marks=pytest.mark.soak)], ids=["half", "all"]
)
def test_window_says_live_what_analyze_says_of_the_file(
    corpora: Path, virtual_microphone: VirtualMicrophone, tmp_path: Path, names: Sequence[str]
) -> None:
    """At least ten in twelve of the clips get the label of their file, and every pause is "no speech".

    Every other clip, of all corpora, and all of them in a soak.
    """
    clips = [official(corpora, name) for name in names]
    expected = analyzed(clips)
    picture = tmp_path / "live.png"
    with live_window(virtual_microphone) as window:
        live, shown = [], []
        for number, clip in enumerate(clips):
            before, start_s = window.looks[-1].last, time.time()
            player = virtual_microphone.start_playing(clip)
            if number == len(clips) // 4:
                time.sleep(2.6)
                window.order(f"picture {picture}")
            assert player.wait() == 0
            end_s = time.time()
            time.sleep(PAUSE_S)
            looks = window.between(start_s, end_s + PAUSE_S)
            live.append(decision(looks, before))
            shown.append(Counter(look.headline for look in looks).most_common(2))
            quiet = window.between(end_s + PAUSE_S - 1.0, end_s + PAUSE_S)
            assert {look.headline for look in quiet} == {"No speech"}, f"after {clip.name}"
    table = [
        f"{clip.stem}: live {one}, file {two}, shown {three}"
        for clip, one, two, three in zip(clips, live, expected, shown, strict=True)
    ]
    print("\n".join(table))
    agreeing = sum(one == two for one, two in zip(live, expected, strict=True))
    assert agreeing >= AGREEING * len(clips), "\n".join(table)
    assert NAME in window.looks[-1].state
    assert picture.stat().st_size > 10_000


@pytest.mark.audio_server
def test_window_waits_for_a_lost_microphone_and_goes_on(virtual_microphone: VirtualMicrophone) -> None:
    """Pulled out, the window says so; plugged in again, it listens again and hears, by itself."""
    with live_window(virtual_microphone) as window:
        virtual_microphone.pull_out()
        window.wait_for("No sound")
        assert window.looks[-1].state.startswith("Microphone lost")
        virtual_microphone.plug_in()
        window.wait_for("No speech")
        virtual_microphone.play(paths.assets() / "demo.flac")
        assert any(look.headline.startswith("Sounds") for look in window.looks)


@pytest.mark.audio_server
def test_window_records_a_clip_of_what_is_spoken(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """From the key to the card: count-in, ring, and the answer about the whole clip; its picture is taken."""
    picture = tmp_path / "clip.png"
    with live_window(virtual_microphone) as window:
        window.order("size 1280 800")
        player = virtual_microphone.start_playing(paths.assets() / "demo.flac")
        window.wait_until(lambda look: look.headline.startswith(("Sounds", "Unsure")))
        window.order("press R")
        window.wait_until(lambda look: look.ring == "Get ready")
        window.wait_until(lambda look: look.ring == "Recording")
        window.wait_until(lambda look: bool(look.card))
        assert window.looks[-1].card.startswith(("Sounds", "Unsure"))
        window.order(f"picture {picture}")
        window.order("press Delete")
        window.wait_until(lambda look: not look.card)
        player.kill()
        player.wait()
    assert picture.stat().st_size > 10_000
