"""The list of microphones is one a person recognises: each once, by its name, and no plumbing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ser_desktop.audio import devices, sound_server
from ser_desktop.audio.sound_server import Source
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId
from tests.virtual_microphone import NAME, VirtualMicrophone

PACTL_SOURCES = """\
Source #1
\tState: SUSPENDED
\tName: alsa_output.pci-0000_00_1f.3.analog-stereo.monitor
\tDescription: Monitor of Built-in Audio
\tDriver: module-alsa-card.c
\tSample Specification: s16le 2ch 44100Hz
\tMonitor of Sink: alsa_output.pci-0000_00_1f.3.analog-stereo
\tProperties:
\t\tdevice.description = "Monitor of Built-in Audio"
\tPorts:
\t\tanalog-output: Line Out (type: Line, priority: 9000)

Source #2
\tState: RUNNING
\tName: alsa_input.usb-Blue-00.mono
\tDescription: Blue Yeti: Mikrofon für Sprache
\tSample Specification: s24le 1ch 48000Hz
\tMonitor of Sink: n/a
"""
PACTL_INFO = (
    "Server Name: PulseAudio (on PipeWire 0.3.65)\nDefault Source: alsa_input.usb-Blue-00.mono\nCookie: 1:2\n"
)


def api(name: str, default: int = -1) -> dict[str, Any]:
    """Describe a host API as PortAudio does."""
    return {"name": name, "default_input_device": default}


def system(*rows: tuple[str, int, int]) -> list[dict[str, Any]]:
    """Describe devices as PortAudio does, from (name, host API, input channels)."""
    return [
        {
            "index": index,
            "name": name,
            "hostapi": host_api,
            "max_input_channels": channels,
            "default_samplerate": 44100.0,
        }
        for index, (name, host_api, channels) in enumerate(rows)
    ]


def names(found: list[devices.Input]) -> list[str]:
    """Name them in their order."""
    return [one.device.id.name for one in found]


def test_pactl_is_understood() -> None:
    """Names with colons and umlauts, monitors, the default: as the sound server tells them."""
    monitor, yeti = sound_server.parse(PACTL_SOURCES, PACTL_INFO)
    assert monitor.is_monitor
    assert not monitor.is_default
    assert yeti == Source(
        "alsa_input.usb-Blue-00.mono", "Blue Yeti: Mikrofon für Sprache", 48_000, 1, is_default=True
    )


def test_no_answer_is_no_source() -> None:
    """A machine without sound server, or one that answers nonsense, gives an empty list."""
    assert sound_server.parse("", "") == []
    assert sound_server.parse("Connection failure: Connection refused\n", "") == []


def test_the_sound_servers_sources_stand_for_alsas_door() -> None:
    """ALSA's one device "pulse" becomes the microphones behind it; cards that the server holds go."""
    listed = system(("USB Audio: - (hw:1,0)", 0, 2), ("pulse", 0, 32), ("default", 0, 32))
    sources = sound_server.parse(PACTL_SOURCES, PACTL_INFO)
    yeti, monitor = devices.arrange(listed, [api("ALSA", 2)], sources)
    assert (yeti.device.id.name, yeti.index, yeti.source) == (sources[1].description, 1, sources[1].name)
    assert (yeti.device.rate_hz, yeti.device.is_default) == (48_000, True)
    assert monitor.device.is_monitor


def test_two_of_a_kind_are_told_apart() -> None:
    """Two headsets of one make have one description; the server's own names distinguish them."""
    twins = [Source(f"usb-{number}", "Headset", 48_000, 1) for number in (1, 2)]
    found = devices.arrange(system(("pulse", 0, 32)), [api("ALSA", 0)], twins)
    assert names(found) == ["Headset (usb-1)", "Headset (usb-2)"]


def test_without_a_sound_server_alsas_plumbing_is_hidden() -> None:
    """Cards and the default stay; ALSA's ready-made plugins and pure outputs go."""
    plumbing = (
        "sysdefault",
        "front",
        "surround51",
        "dmix",
        "samplerate",
        "speexrate",
        "upmix",
        "jack",
        "oss",
        "null",
    )
    listed = system(
        ("USB Audio: - (hw:1,0)", 0, 2),
        ("HDMI 0 (hw:0,3)", 0, 0),
        *((name, 0, 2) for name in plumbing),
        ("my_room", 0, 1),
        ("default", 0, 2),
    )
    found = devices.arrange(listed, [api("ALSA", len(listed) - 1)], [])
    assert names(found) == ["default", "USB Audio: - (hw:1,0)", "my_room"]
    assert [one.device.is_default for one in found] == [True, False, False]


def test_windows_lists_each_microphone_once() -> None:
    """Four host APIs tell of the same microphone; WASAPI's names are whole, and its default counts."""
    listed = system(
        ("Microsoft Sound Mapper - Input", 0, 2),
        ("Microphone (Realtek High Definiti", 0, 2),
        ("Primary Sound Capture Driver", 1, 2),
        ("Headset (WH-1000XM4 Hands-Free)", 2, 1),
        ("Microphone (Realtek High Definition Audio)", 2, 2),
        ("Microphone (Realtek HD Audio Mic input)", 3, 2),
    )
    apis = [api("MME", 0), api("Windows DirectSound", 2), api("Windows WASAPI", 4), api("Windows WDM-KS", 5)]
    found = devices.arrange(listed, apis, [])
    assert names(found) == ["Microphone (Realtek High Definition Audio)", "Headset (WH-1000XM4 Hands-Free)"]


def test_a_plugin_name_is_plumbing_only_under_alsa() -> None:
    """A microphone that somebody named "front" is listed where names are people's own."""
    assert names(devices.arrange(system(("front", 0, 1)), [api("Core Audio", 0)], [])) == ["front"]


def test_an_empty_machine_has_an_empty_list() -> None:
    """No device, no host API: nothing, rather than an error."""
    assert devices.arrange([], [], []) == []


def find_among(monkeypatch: pytest.MonkeyPatch, *sources: Source) -> None:
    """Let ``devices.find`` see these sources."""
    found = devices.arrange(system(("pulse", 0, 32)), [api("ALSA", 0)], sources) if sources else []
    monkeypatch.setattr(devices, "inputs", lambda: found)


def test_no_default_still_finds_a_microphone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system names no default, the first microphone serves; a monitor never does by itself."""
    monitor = Source("speaker.monitor", "Monitor of Speaker", 48_000, 2, is_monitor=True)
    find_among(monkeypatch, monitor, Source("usb", "Headset", 48_000, 1))
    assert devices.find(None).device.id.name == "Headset"
    find_among(monkeypatch, monitor)
    with pytest.raises(UserError, match="No microphone was found") as caught:
        devices.find(None)
    assert caught.value.remedy
    assert devices.find(DeviceId("Monitor of Speaker", devices.SOUND_SERVER)).source == "speaker.monitor"


def test_without_portaudio_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without PortAudio starts the program and reads a sentence, not a traceback."""
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(UserError) as caught:
        devices.list_devices()
    assert caught.value.code == "no-portaudio"
    assert "libportaudio2" in caught.value.remedy


@pytest.mark.audio_server
def test_what_is_plugged_in_and_out_is_seen(virtual_microphone: VirtualMicrophone) -> None:
    """After a refresh the list is true again: microphone there, nothing there, only outputs, back again."""
    child = Path(__file__).with_name("devices_child.py")
    with subprocess.Popen(
        [sys.executable, str(child)],
        env=virtual_microphone.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def look() -> dict[str, Any]:
            assert process.stdin
            assert process.stdout
            process.stdin.write("look\n")
            process.stdin.flush()
            facts: dict[str, Any] = json.loads(process.stdout.readline())
            return facts

        monitors = {"Monitor of Speaker": [False, True], "Monitor of Unused": [False, True]}
        there = {"names": {NAME: [True, False], **monitors}, "default": NAME}
        assert look() == there
        virtual_microphone.pull_out()
        assert look() == {"names": {}, "default": "no-microphone"}
        virtual_microphone.plug_in(microphone=False)
        outputs = look()
        assert (set(outputs["names"]), outputs["default"]) == (set(monitors), "no-microphone")
        virtual_microphone.pull_out()
        virtual_microphone.plug_in()
        assert look() == there
