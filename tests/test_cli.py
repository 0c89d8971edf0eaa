"""The command line: every question is answered in words, for people and for programs; no tracebacks."""

from __future__ import annotations

import dataclasses
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ser_desktop import cli, commands, paths
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, Model
from ser_desktop.results import Device, DeviceId, Float32
from tests.fakes.source import BUSY, FakeSource
from tests.sounds import RATE_HZ, silence

COMMANDS = ("analyze", "listen", "devices", "doctor", "models", "train")
ROOT = Path(__file__).parents[1]
DEMO = str(paths.assets() / "demo.flac")


def program(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ser_desktop", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a command said: exit status, output, complaints."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> list[dict[str, Any]]:
        """Output as one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run commands in this process."""

    def asked(*arguments: str) -> Answer:
        status = cli.run(list(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Answer(status, said.out, said.err)

    return asked


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
        ["train"],
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


def test_a_recording_is_described(ask: Callable[..., Answer]) -> None:
    """The whole first, then each utterance with its times and its three likeliest emotions."""
    answer = ask("analyze", DEMO)
    assert (answer.status, answer.err) == (0, "")
    head, *segments = answer.out.splitlines()
    assert head.startswith(DEMO)
    assert len(segments) == 4
    assert all(line.count("%") == 3 for line in segments)


def test_good_and_broken_files_are_both_answered(ask: Callable[..., Answer], tmp_path: Path) -> None:
    """One line a file, in their order, broken ones with their reason; the others are not held up."""
    broken = tmp_path / "broken.wav"
    broken.write_text("no sound")
    answer = ask("analyze", "--json", str(broken), DEMO, str(tmp_path / "absent.wav"))
    assert answer.status == 1
    assert answer.err == "2 of 3 files could not be analysed.\n"
    first, second, third = answer.data
    assert (first["file"], third["file"]) == (str(broken), str(tmp_path / "absent.wav"))
    assert "not a sound file" in first["error"]
    assert "not there" in third["error"]
    assert second["label"] in {*second["probabilities"], "unsure"}
    assert sum(second["probabilities"].values()) == pytest.approx(1, abs=1e-3)
    assert second["duration_s"] == pytest.approx(22.5, abs=0.1)
    assert len(second["segments"]) == 4
    for segment in second["segments"]:
        assert 0 <= segment["start_s"] < segment["end_s"] <= second["duration_s"]
        assert sum(segment["probabilities"].values()) == pytest.approx(1, abs=1e-3)


def test_an_unknown_file_is_told_in_words() -> None:
    """Through the real program: status 1, a sentence, no traceback."""
    answer = program("analyze", "absent.wav")
    assert answer.returncode == 1
    assert "absent.wav is not there" in answer.stdout
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_cannot_be_shown_is_no_fault() -> None:
    """A file's name may hold bytes that are no text, a terminal may know ASCII only."""
    for environment in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        answer = program("analyze", b"na\xc3\xafve\xff.wav", **environment)
        assert answer.returncode == 1
        assert "is not there" in answer.stdout
        assert "Traceback" not in answer.stderr


def test_a_reader_that_leaves_is_no_fault() -> None:
    """As ``head`` does: the program ends without a word of complaint."""
    with subprocess.Popen(
        [sys.executable, "-m", "ser_desktop", "analyze", DEMO],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == ""
    assert child.returncode != 0


def test_without_a_console_the_program_runs() -> None:
    """A windowed program on Windows has no streams at all."""
    code = (
        "import sys; sys.stdout = sys.stderr = None; "
        "from ser_desktop.__main__ import main; sys.exit(main(['models']))"
    )
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (child.returncode, child.stdout, child.stderr) == (0, "", "")


@pytest.mark.parametrize(
    "words", [["--model", "nobody", "analyze", DEMO], ["analyze", "--model", "nobody", DEMO]]
)
def test_an_unknown_model_is_told(ask: Callable[..., Answer], words: list[str]) -> None:
    """What is installed is named, and what to do."""
    answer = ask(*words)
    assert answer.status == 1
    assert "no model called “nobody”" in answer.err
    assert "Installed:" in answer.err


@pytest.fixture
def installed(model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install models into an empty folder: one good, one whose maker measured other things, one broken."""
    for name in ("good", "odd", "broken"):
        shutil.copytree(model.folder, tmp_path / name)
    odd = json.loads((tmp_path / "odd" / MANIFEST_FILE).read_text())
    odd["name"], odd["metrics"] = "odd", {"test": ["well"]}
    (tmp_path / "odd" / MANIFEST_FILE).write_text(json.dumps(odd))
    (tmp_path / "broken" / MODEL_FILE).write_bytes(b"")
    monkeypatch.setattr(paths, "model_folders", lambda: [tmp_path])
    return tmp_path


def test_models_are_listed(ask: Callable[..., Answer], installed: Path, model: Model) -> None:
    """With emotions and figure; a broken one says why, and the status shows it."""
    answer = ask("models")
    assert answer.status == 1
    assert "broken: This model cannot be used" in answer.err
    good, good_folder, odd, odd_folder = answer.out.splitlines()
    assert good.startswith(f"{model.manifest.name}: {model.manifest.title}; anger, ")
    assert "on held-out speakers" in good
    assert odd.endswith("no figure on held-out speakers")
    assert (good_folder.strip(), odd_folder.strip()) == (str(installed / "good"), str(installed / "odd"))


def test_models_are_listed_for_programs(ask: Callable[..., Answer], installed: Path, model: Model) -> None:
    """One object a line, with the folder that --model accepts."""
    shutil.rmtree(installed / "broken")
    answer = ask("models", "--json")
    assert (answer.status, answer.err) == (0, "")
    good, odd = answer.data
    assert good["labels"] == list(model.manifest.labels)
    assert good["metrics"] == model.manifest.metrics
    assert odd["folder"] == str(installed / "odd")
    assert commands.load_runner(odd["folder"]).manifest.name == "odd"


def test_no_model_at_all_is_told(
    ask: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that builds one."""
    monkeypatch.setattr(paths, "model_folders", lambda: [tmp_path])
    answer = ask("models")
    assert (answer.status, answer.out) == (1, "")
    assert "No model is installed" in answer.err
    assert "ser-desktop train" in answer.err


DEVICES = [
    Device(DeviceId("Blue Yeti", "ALSA"), 48_000, 2, is_default=True),
    Device(DeviceId("Blue Yeti Nano", "ALSA"), 44_100, 1),
    Device(DeviceId("Monitor of Speakers", "ALSA"), 48_000, 2, is_monitor=True),
]


def test_devices_are_listed(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """For people with what sets them apart, for programs as objects."""
    monkeypatch.setattr(commands, "list_devices", lambda: DEVICES)
    answer = ask("devices")
    assert answer.out.splitlines()[0] == "Blue Yeti (default): ALSA, 48000 Hz, 2 channels"
    assert "not a microphone" in answer.out.splitlines()[2]
    yeti, nano, _ = ask("devices", "--json").data
    assert yeti["id"] == {"name": "Blue Yeti", "host_api": "ALSA"}
    assert (nano["rate_hz"], nano["is_default"]) == (44_100, False)


def test_no_device_is_told(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty list would leave one wondering."""
    monkeypatch.setattr(commands, "list_devices", list)
    answer = ask("devices")
    assert (answer.status, answer.out) == (1, "")
    assert "No microphone was found" in answer.err


@pytest.mark.parametrize(("name", "index"), [("Blue Yeti", 0), ("nano", 1), ("MONITOR", 2)])
def test_a_device_is_known_by_part_of_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, index: int
) -> None:
    """Letter case aside; a whole name wins over a longer one that holds it."""
    monkeypatch.setattr(commands, "portaudio", lambda: None)
    monkeypatch.setattr(commands, "list_devices", lambda: DEVICES)
    assert commands.device_called(name) == DEVICES[index].id


@pytest.mark.parametrize("name", ["yeti", "webcam"])
def test_a_device_that_is_not_one_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """None of that name, or several: those that there are, are named."""
    monkeypatch.setattr(commands, "portaudio", lambda: None)
    monkeypatch.setattr(commands, "list_devices", lambda: DEVICES)
    with pytest.raises(UserError) as refused:
        commands.device_called(name)
    assert refused.value.code == "no-such-device"
    assert "Blue Yeti; Blue Yeti Nano" in refused.value.detail


def test_the_doctor_reports(ask: Callable[..., Answer]) -> None:
    """Whatever this machine lacks: a line for each thing, and status 1 exactly if something is missing."""
    answer = ask("doctor")
    assert "Models" in answer.out
    assert answer.status == int("NOT OK" in answer.out)


def heard(
    monkeypatch: pytest.MonkeyPatch,
    source: FakeSource,
    enough: Callable[[], bool],
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Let ``listen --demo`` hear this source, and let its time be over a few looks after ``enough``."""
    looks = itertools.count()

    def monotonic() -> float:
        return 1e6 if enough() and next(looks) > 2 else 0.0

    monkeypatch.setattr(commands, "demo_source", lambda: source)
    monkeypatch.setattr(commands, "time", SimpleNamespace(monotonic=monotonic, sleep=sleep))


def test_listening_for_programs(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """A line for each decision, five a second of sound; the utterance that ended with the listening too."""
    source = FakeSource(demo[: 4 * RATE_HZ])
    heard(monkeypatch, source, lambda: source.drained)
    answer = ask("listen", "--demo", "--json", "--seconds", "4")
    assert answer.status == 0
    steps = answer.data
    assert [step["time_s"] for step in steps[:5]] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert steps[0] | {"time_s": 0} == {
        "time_s": 0,
        "state": "no speech",
        "label": None,
        "probabilities": None,
        "segment": None,
    }
    answered = [step for step in steps if step["probabilities"]]
    assert len(answered) > 5
    for step in answered:
        assert sum(step["probabilities"].values()) == pytest.approx(1, abs=1e-3)
        assert step["state"] == ("listening" if step["label"] else "unsure")
    assert steps[-1]["segment"]["end_s"] == pytest.approx(4.0, abs=0.1)


def test_listening_for_people(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """A line only where it says something new; each utterance with its times."""
    source = FakeSource(demo[: 6 * RATE_HZ])
    heard(monkeypatch, source, lambda: source.drained)
    answer = ask("listen", "--demo", "--seconds", "6")
    lines = answer.out.splitlines()
    assert lines[0] == "no speech"
    assert all(line != following for line, following in itertools.pairwise(lines))
    assert sum(" s  " in line for line in lines) == 1
    assert len(lines) < 15


def test_a_loss_is_told_while_listening(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch, demo: Float32
) -> None:
    """Once, to the terminal, and listening waits for the microphone."""
    source = FakeSource(demo[: 4 * RATE_HZ])
    source.dies_at = RATE_HZ
    source.later_refusals = [BUSY] * 1000
    heard(monkeypatch, source, lambda: source.closed > 0)
    answer = ask("listen", "--demo", "--json", "--seconds", "1")
    assert answer.status == 0
    assert answer.err.count("The microphone is gone.") == 1
    assert len(answer.data) >= 5


def test_a_device_that_refuses_ends_listening(
    ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its reason and what to do."""
    source = FakeSource(silence(0))
    source.refusals = [BUSY]
    heard(monkeypatch, source, lambda: False)
    answer = ask("listen", "--demo")
    assert (answer.status, answer.out) == (1, "")
    for part in (BUSY.title, BUSY.detail, BUSY.remedy):
        assert part in answer.err


def test_ctrl_c_ends_listening_in_peace(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the way to stop, not a fault; the device is given back."""
    source = FakeSource(silence(0))

    def interrupt(_seconds: float) -> None:
        if source.opened:
            raise KeyboardInterrupt

    heard(monkeypatch, source, lambda: False, interrupt)
    assert ask("listen", "--demo").status == 0
    assert not source.is_open


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
