"""Look for microphones in a process of its own: for each line typed, look again and print what is there."""

from __future__ import annotations

import json
import sys

from ser_desktop.audio import devices
from ser_desktop.errors import UserError


def default() -> str:
    """Name the default microphone, or the error that says there is none."""
    try:
        return devices.find(None).device.id.name
    except UserError as error:
        return error.code


for _line in sys.stdin:
    devices.refresh()
    names = {device.id.name: [device.is_default, device.is_monitor] for device in devices.list_devices()}
    sys.stdout.write(json.dumps({"names": names, "default": default()}) + "\n")
    sys.stdout.flush()
