"""``python -m tools.audit``: look the packages of others over, and say what could not be looked at."""

from __future__ import annotations

import argparse
import sys
from importlib import metadata
from pathlib import Path

from ser_desktop.ui.dialogs.parts import parts
from tools import locked
from tools.audit import advisories, index, installed
from tools.audit.outcome import Outcome, verdict


def main() -> int:
    """Return 0 only where all was looked at, or what was not is accepted, and nothing is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.audit", description="Look the packages of others over."
    )
    parser.add_argument(
        "--advisories", type=Path, metavar="FILE", help="a zip of advisories, as OSV publishes them"
    )
    parser.add_argument("--accept", default="", metavar="NAMES", help="what need not be checked, by commas")
    given = parser.parse_args()
    pins = [pin for purpose in locked.PURPOSES for pin in locked.read(locked.path(purpose))]
    environment = list(metadata.distributions())
    outcomes: list[Outcome] = []
    for outcome in (
        installed.versions(environment, pins),
        installed.files(environment),
        installed.agreement(),
        installed.licences(parts()),
        index.check(pins),
        advisories.check(pins, given.advisories),
    ):
        print(*outcome.lines, sep="\n", flush=True)
        outcomes.append(outcome)
    words, status = verdict(outcomes, set(filter(None, given.accept.split(","))))
    print(f"\n{words}")
    return status


if __name__ == "__main__":
    sys.exit(main())
