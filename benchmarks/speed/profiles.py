"""Where the time goes in what the rows measure: the evidence for what stands in the way of an aim.

    python -m benchmarks.speed.profiles

The network by operators (:mod:`benchmarks.speed.operators`), a recording by parts
(:mod:`benchmarks.speed.parts`), the start by what is imported, and by py-spy's samples the engine, the window
and the features of a first training: of each function the share of samples that it was on the stack, and on
top of it. What waits does not count. No row of the table: the page shows them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.speed.measuring import ONE_THREAD, ROOT, Outcome, tell
from benchmarks.speed.screens import screen, somebody

PROFILES = "profiles"
_RATE_HZ = 1000
_SECONDS = "12"
_MOST = 16  # functions or packages told
_WAITING = ("wait (", "_wait_for_tstate_lock (", "sleep (")


def main() -> None:
    """Take all profiles, and tell."""
    with screen() as (_, display), somebody(display) as environment:
        listening = ("benchmarks.speed.listening", "--seconds", _SECONDS, "--case")
        facts = {
            "The network, by operators": _printed("benchmarks.speed.operators", "--most", "8"),
            "A recording, by parts": _printed("benchmarks.speed.parts"),
            "The engine alone": sampled((*listening, "engine"), "Run._hear_with", environment),
            "The window": sampled((*listening, "1280x800"), "run_events", environment),
            "Features of a first training": sampled(
                ("benchmarks.speed.first_use", "--ours"), "_Store.compute"
            ),
            "The start, by imports": imports(environment),
        }
    tell([Outcome(PROFILES, (), facts)])


def sampled(arguments: Sequence[str], within: str, environment: Mapping[str, str] | None = None) -> str:
    """Run ``python -m`` these arguments under py-spy; return the dearest functions below ``within``."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "stacks"
        spy = [Path(sys.executable).with_name("py-spy"), "record", "--subprocesses", "-r", str(_RATE_HZ)]
        _run(
            [*map(str, spy), "-f", "raw", "-o", str(file), "--", sys.executable, "-m", *arguments],
            environment,
        )
        return shares(file.read_text(encoding="utf-8").splitlines(), within)


def shares(stacks: Sequence[str], within: str) -> str:
    """Return a table of functions from py-spy's raw lines: frames from the outside in, and their count."""
    on_stack: Counter[str] = Counter()
    on_top: Counter[str] = Counter()
    for line in stacks:
        stack, _, count = line.rpartition(" ")
        frames = [frame.rsplit(":", 1)[0] for frame in stack.split(";")]
        below = next((at for at, frame in enumerate(frames) if within in frame), None)
        if below is None or any(word in frames[-1] for word in _WAITING):
            continue
        on_stack.update(dict.fromkeys(frames[below:], int(count)))
        on_top[frames[-1]] += int(count)
    samples = max(on_top.total(), 1)
    lines = [f"{samples} samples; on the stack, on top"]
    lines += [
        f"{100 * times / samples:5.1f} % {100 * on_top[name] / samples:5.1f} %  {name})"
        for name, times in on_stack.most_common(_MOST)
    ]
    return "\n".join(lines)


def imports(environment: Mapping[str, str]) -> str:
    """Return what importing takes at the program's start, by package; of the program itself by its rooms."""
    with tempfile.TemporaryDirectory() as folder:
        picture = ("--screenshot", str(Path(folder, "window.png")), "--seconds", "0.1")
        command = [sys.executable, "-X", "importtime", "-m", "ser_desktop", "--demo", *picture]
        for _ in range(2):  # the first compiles what is not
            told = subprocess.run(
                command,
                cwd=ROOT,
                env={**os.environ, **ONE_THREAD, **environment},
                stderr=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                text=True,
                check=True,
            ).stderr
    taken_us: Counter[str] = Counter()
    for line in told.splitlines():
        own_us, _, name = line.removeprefix("import time:").partition("|")
        if own_us.strip().isdigit():
            parts = name.rpartition("|")[2].strip().split(".")
            taken_us[".".join(parts[: 2 if parts[0] == "ser_desktop" else 1])] += int(own_us)
    lines = [f"{taken_us.total() / 1000:6.1f} ms  all"]
    lines += [f"{us / 1000:6.1f} ms  {name}" for name, us in taken_us.most_common(_MOST)]
    return "\n".join(lines)


def _printed(*arguments: str) -> str:
    return _run([sys.executable, "-m", *arguments], None).strip()


def _run(command: Sequence[str], environment: Mapping[str, str] | None) -> str:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
