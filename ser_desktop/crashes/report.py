"""A report to read, and to pass on to whoever is to find a fault: no sound, no recording's name."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from ser_desktop import __version__, doctor
from ser_desktop.crashes.discretion import Discretion, without_home

LOG_LINES = 200


def report(
    counters: Mapping[str, object], log: Iterable[str], discretion: Discretion | None = None
) -> tuple[str, str]:
    """Return program and machine, what the doctor finds, counters, and the log; it takes about a second.

    Twice: as it is, and with the names of files that the log left out, as far as they are known.

    Parameters
    ----------
    counters
        What a running program has to tell of itself, by name.
    log
        Lines of a log in which no file is named.
    discretion
        Of the run whose log it is; it knows the names.
    """
    now = datetime.now(UTC)
    head = {
        "SER Desktop": __version__,
        "Report of": f"{now:%Y-%m-%d %H:%M} UTC",
        "System": platform.platform(),
        "Processor": platform.processor() or platform.machine(),
    }
    told = "\n".join(log)
    found = {one.name: one.detail if one.ok else f"NOT OK. {one.detail}" for one in doctor.examine()}
    parts = [_facts(head), _facts(found), _facts(counters)]
    parts.append(f"The last lines of the log:\n{told}" if told else "There is no log.")
    text = without_home("\n\n".join(part.rstrip() for part in parts if part) + "\n")
    return text, without_home(discretion.show(text)) if discretion else text


def _facts(told: Mapping[str, object]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in told.items())
