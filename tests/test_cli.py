"""The grammar of the command line, and what it refuses in words; no tracebacks."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop import cli
from tests.terminal_session import Answer, program

COMMANDS = ("analyze", "listen", "devices", "doctor", "models", "train", "evaluate")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_answers(command: str) -> None:
    """Each command says what it is for; the first help names them all."""
    answer = program(*[command] * bool(command), "--help")
    assert answer.returncode == 0
    assert f"usage: ser-desktop {command}".strip() in answer.stdout
    assert answer.stderr == ""
    assert command or all(name in answer.stdout for name in COMMANDS)


def test_version() -> None:
    """The version is said, and nothing else is done."""
    assert program("--version").stdout.startswith("ser-desktop 0.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["sing"],
        ["analyze"],
        ["--seconds", "0"],
        ["--seconds", "nan"],
        ["listen", "--seconds", "soon"],
        ["train", "--seed", "two"],
        ["evaluate", "--protocol", "P9"],
        ["evaluate", "--protocol", "P1", "--seeds", "0"],
        ["devices", "--unknown"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage and the reason, with the status that shells expect."""
    with pytest.raises(SystemExit) as refused:
        cli.run(arguments)
    assert refused.value.code == 2
    assert "usage: ser-desktop" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "listen"])
@pytest.mark.parametrize(
    "words", [["--demo"], ["--device", "Yeti"], ["--model", "other"], ["--seconds", "3"]], ids=" ".join
)
def test_what_is_asked_before_a_command_counts(command: str, words: list[str]) -> None:
    """An option may stand before the command or behind it; the command's defaults do not undo it."""
    behind = vars(cli.parser().parse_args([*[command] * bool(command), *words]))
    before = vars(cli.parser().parse_args([*words, *[command] * bool(command)]))
    for each in (behind, before):
        each.pop("command")
    assert before == behind
    assert before != vars(cli.parser().parse_args([command] if command else []))


def test_a_window_needs_a_screen(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt would end the process with an abort; the program says what to do instead."""
    monkeypatch.setattr(sys, "platform", "linux")
    for way in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(way, raising=False)
    answer = ask("--demo")
    assert answer.status == 1
    assert "no screen" in answer.err
    assert "ser-desktop listen" in answer.err


def test_a_window_needs_qt(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that Qt lacks is told, with the command that finds it."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "ser_desktop.app", None)
    answer = ask("--demo")
    assert answer.status == 1
    assert "The window cannot be opened" in answer.err
    assert "ser-desktop doctor" in answer.err


def test_the_trainer_is_an_extra(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is not installed, the command that installs it is told."""
    monkeypatch.setitem(sys.modules, "ser_desktop.training.command", None)
    answer = ask("train", "--corpus", "emodb=nowhere", "--out", "nowhere")
    assert answer.status == 1
    assert "The trainer is not installed" in answer.err
    assert "[train]" in answer.err


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--merge", "calm"], "two emotions"), (["--corpus", "emodb"], "NAME=DIR"), ([], "nowhere")],
    ids=["merge", "corpus", "folder"],
)
def test_a_training_that_cannot_begin_is_told(
    ask: Callable[..., Answer], tmp_path: Path, words: list[str], told: str
) -> None:
    """Before anything is computed or written."""
    answer = ask("train", "--corpus", f"emodb={tmp_path / 'nowhere'}", "--out", str(tmp_path / "new"), *words)
    assert answer.status == 1
    assert told in answer.err
    assert list(tmp_path.iterdir()) == []


def test_recordings_may_be_named_instead_of_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there is opened in the window, options behind it count; a command's name stays a command."""
    seen: list[Namespace] = []

    def window(arguments: Namespace) -> int:
        seen.append(arguments)
        return 0

    monkeypatch.setattr("ser_desktop.commands.window", window)
    clip = tmp_path / "clip.wav"
    clip.touch()
    assert cli.run([str(clip), str(tmp_path), "--model", "emodb"]) == 0
    assert cli.run(["--open", str(clip)]) == 0
    assert [one.open for one in seen] == [[clip, tmp_path], [clip]]
    assert seen[0].model == "emodb"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "models").touch()
    monkeypatch.setattr("ser_desktop.commands.models", window)
    assert cli.run(["models"]) == 0
    assert seen[-1].open == []


def test_every_command_is_known_as_one() -> None:
    """None of them is taken for a file."""
    (commands,) = (action for action in cli.parser()._actions if isinstance(action.choices, dict))
    assert set(commands.choices or ()) == set(cli.COMMANDS)
