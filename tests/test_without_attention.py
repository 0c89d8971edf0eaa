"""A model without attention serves everywhere: trained, exported, analysed, listened with, and shown."""

from __future__ import annotations

import itertools
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import soundfile
from pytestqt.qtbot import QtBot
from rich.console import Console

from ser_desktop.audio.source import ClipSource
from ser_desktop.engine.live import LiveEngine
from ser_desktop.inference.manifest import CARD_FILE, load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, State
from ser_desktop.training.architectures import MeanMlp
from ser_desktop.training.command import train
from ser_desktop.training.progress import ConsoleProgress
from ser_desktop.ui import theme, words
from ser_desktop.ui.main_window import MainWindow
from tests.fakes.house import house
from tests.fakes.player import FakePlayer
from tests.terminal_session import Answer
from tests.training.conftest import small
from tests.training.voices import write_corpus

RATE_HZ = 16_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train one on made voices and return its folder."""
    place = tmp_path_factory.mktemp("place")
    voices = write_corpus(place / "voices")
    request = small(voices, place / "means", place / "cache", {"network": MeanMlp(hidden=(8,))})
    train(request, ConsoleProgress(Console(quiet=True)))
    return request.out


@pytest.fixture
def engine(folder: Path, demo: Float32) -> Iterator[LiveEngine]:
    """Listen with it to the demo clip, of which each look takes the next tenth of a second."""
    looks_s = itertools.count(0.0, 0.1)
    clip = ClipSource("Demo", demo, RATE_HZ, loop=True, clock=lambda: next(looks_s))
    engine = LiveEngine(Runner(load(folder)), lambda _device: clip, list)
    yield engine
    engine.close()


def test_its_folder_says_so(folder: Path) -> None:
    """Manifest and card, so that nobody looks for what is not there."""
    manifest = load(folder).manifest
    assert manifest.attention_steps == 0
    assert manifest.training["network"]["kind"] == "mean-mlp"
    assert "without attention" in (folder / CARD_FILE).read_text(encoding="utf-8")


def test_files_are_analysed(folder: Path, demo: Float32, tmp_path: Path, ask: Callable[..., Answer]) -> None:
    """The same answers, only no attention."""
    soundfile.write(tmp_path / "clip.wav", demo, RATE_HZ)
    answer = ask("analyze", "--json", "--model", str(folder), str(tmp_path / "clip.wav"))
    assert answer.status == 0
    assert answer.data[0]["segments"]


def test_the_terminal_listens(folder: Path, ask: Callable[..., Answer]) -> None:
    """Decisions fall as with any model."""
    answer = ask("listen", "--demo", "--json", "--seconds", "6", "--model", str(folder))
    assert answer.status == 0
    assert any(step["probabilities"] for step in answer.data)


def test_the_window_says_so(engine: LiveEngine, qtbot: QtBot) -> None:
    """A plain line where the attention would be; verdict and bars as ever."""
    window = MainWindow(engine, theme.DARK, FakePlayer(), house=house())
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: engine.snapshot().prediction is not None, timeout=60_000)
    qtbot.waitUntil(lambda: any("%" in text for text in window.live.bars.texts()), timeout=60_000)
    assert window.live.trace.texts() == ("Voice", words.NO_ATTENTION)
    assert not window.live.message.text()
    assert engine.snapshot().state in {State.LISTENING, State.UNSURE, State.NO_SPEECH}
