"""Microphones in the real window, on a private sound server: plugged in and out, tried out, greeted first.

Protects what only the real parts together can show: that the picker follows the sound server while the
window listens, that one hears of one's own voice what is true, and that nothing is opened before a press.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ser_desktop import paths
from tests.test_live_window import live_window
from tests.virtual_microphone import NAME, VirtualMicrophone

DEMO = paths.assets() / "demo.flac"
SECOND = "Second microphone"


@pytest.mark.audio_server
def test_the_picker_follows_the_plugs_while_it_listens(virtual_microphone: VirtualMicrophone) -> None:
    """Another microphone appears and goes by itself; the one that is listened to stays as it was."""
    with live_window(virtual_microphone) as window:
        assert SECOND not in window.looks[-1].devices
        added = virtual_microphone.add(SECOND)
        window.wait_until(lambda look: SECOND in look.devices)
        assert NAME in window.looks[-1].devices
        virtual_microphone.remove(added)
        window.wait_until(lambda look: SECOND not in look.devices)
        assert window.looks[-1].headline == "No speech"
        assert NAME in window.looks[-1].state
        assert window.looks[-1].state.endswith("kHz")
        assert not any(look.state.startswith("Microphone lost") for look in window.looks)


@pytest.mark.audio_server
def test_one_hears_what_one_said(virtual_microphone: VirtualMicrophone) -> None:
    """The test records speech, finds it fine, and leaves no clip; a silent microphone is told as that."""
    with live_window(virtual_microphone) as window:
        window.order("press Ctrl+T")
        window.wait_until(lambda look: look.test.startswith("Press Record"))
        player = virtual_microphone.start_playing(DEMO)
        window.wait_until(lambda look: look.state.startswith(("Listening", "Unsure")))
        window.order("press Return")
        window.wait_until(lambda look: look.test == "Speak now.")
        window.wait_until(lambda look: look.test == "This sounds fine.")
        player.kill()
        player.wait()
        window.order("press Escape")
        window.wait_until(lambda look: not look.test)
        window.wait_for("No speech")
        assert not any(look.card or look.ring for look in window.looks)


@pytest.mark.audio_server
def test_the_first_start_opens_nothing_by_itself(
    virtual_microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """The page waits; a press opens the microphone, a voice is heard, and the next start has no page."""
    virtual_microphone.env["XDG_CONFIG_HOME"] = str(tmp_path)
    with live_window(virtual_microphone, lambda look: bool(look.welcome)) as window:
        assert window.looks[-1].welcome == "Does the microphone hear you?"
        assert virtual_microphone.listeners() == 0
        window.order("press Return")
        window.wait_until(lambda look: look.welcome.startswith(("Say something", "The microphone sends")))
        assert virtual_microphone.listeners() == 1
        player = virtual_microphone.start_playing(DEMO)
        window.wait_until(lambda look: look.welcome == "It hears you.")
        for key in ("Tab", "Tab", "Return"):
            window.order(f"press {key}")
        window.wait_until(lambda look: not look.welcome)
        window.wait_until(lambda look: look.state.startswith(("Listening", "Unsure", "No speech")))
        player.kill()
        player.wait()
    (settings,) = tmp_path.glob("*/settings.json")
    assert json.loads(settings.read_text())["welcomed"] is True
    with live_window(virtual_microphone) as window:
        assert not any(look.welcome for look in window.looks)
