"""How microphones are named."""

from __future__ import annotations

from ser_desktop.results import Device, DeviceId
from ser_desktop.ui import device_words
from tests.fakes.engine import SPEAKERS, WEBCAM, YETI


def test_devices_are_named_as_people_know_them() -> None:
    """The default first, then microphones, then the computer's own sound."""
    offered = device_words.choices([SPEAKERS, WEBCAM, YETI])
    assert [choice.text for choice in offered] == [
        "System default: Blue Yeti",
        "Webcam C920",
        "Blue Yeti",
        "Monitor of Built-in Audio",
    ]
    assert [choice.device for choice in offered] == [None, WEBCAM.id, YETI.id, SPEAKERS.id]
    assert offered[2].tip == "ALSA, 48\N{NARROW NO-BREAK SPACE}kHz, 2 channels"


def test_twins_are_told_apart_by_their_host() -> None:
    """One microphone behind two host APIs is offered twice, and one sees which is which."""
    twin = Device(DeviceId("Blue Yeti", "JACK"), 48_000, 2)
    names = [choice.text for choice in device_words.choices([YETI, twin])[1:]]
    assert names == ["Blue Yeti (ALSA)", "Blue Yeti (JACK)"]


def test_without_devices_the_default_can_still_be_asked_for() -> None:
    """An empty list offers the system's default, which may turn up later."""
    assert [choice.text for choice in device_words.choices([])] == ["System default"]


def test_the_chosen_one_is_listed_though_it_is_gone() -> None:
    """A picker never shows another microphone than the one that is chosen."""
    lines = device_words.choices([YETI, SPEAKERS], WEBCAM.id)
    assert [line.text for line in lines if line.device == WEBCAM.id] == ["Webcam C920 (not connected)"]
    assert device_words.choices([YETI, WEBCAM], WEBCAM.id) == device_words.choices([YETI, WEBCAM])


def test_a_missing_microphone_is_named_with_the_one_in_its_place() -> None:
    """Whoever chose one that is not there is told what listens instead, even where nothing is known of it."""
    told = str(device_words.not_there(WEBCAM.id, [YETI, SPEAKERS]))
    assert "Webcam C920" in told
    assert "Blue Yeti" in told
    assert "default" in str(device_words.not_there(WEBCAM.id, []))


def test_an_alias_names_nobody() -> None:
    """ALSA calls its default "default": that is no name of a microphone."""
    alias = Device(DeviceId("default", "ALSA"), 44_100, 32, is_default=True)
    assert device_words.choices([alias])[0].text == "System default"
