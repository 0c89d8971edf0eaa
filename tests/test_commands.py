"""Recordings, models, devices and the doctor: answered in words, for people and for programs."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from ser_desktop import commands, paths
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, Model
from ser_desktop.results import Device, DeviceId
from tests.terminal_session import ROOT, Answer, program

DEMO = str(paths.assets() / "demo.flac")


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


@pytest.mark.skipif(os.name != "posix", reason="closes a descriptor as a shell does")
def test_without_standard_error_a_file_is_not_taken_for_it(tmp_path: Path) -> None:
    """The first file that is opened would get its number, and be muted in its place: an MP3 was "damaged"."""
    path = tmp_path / "said.mp3"
    samples, rate_hz = soundfile.read(DEMO)
    soundfile.write(path, samples, rate_hz, format="MP3")
    command = [
        "sh",
        "-c",
        'exec "$@" 2>&- <&-',
        "sh",
        sys.executable,
        "-m",
        "ser_desktop",
        "analyze",
        str(path),
    ]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    assert answer.returncode == 0, answer.stdout
    head, *segments = answer.stdout.splitlines()
    assert head.startswith(str(path))
    assert len(segments) >= 3


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
