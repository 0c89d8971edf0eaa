"""What personal calibration is worth to VALIDATION speakers, by how much the opinion counts.

``python benchmarks/personal.py --recordings DIR SHARE…`` trains the folds of P1 and P2 as ``ser-desktop
evaluate --protocol P5`` does (and finds those that it left), and prints a line for each share and way: the
change of UAR over the validation clips of all folds, and its standard deviation over three draws.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from ser_desktop import paths
from ser_desktop.training import recipes
from ser_desktop.training.protocols import definitions
from ser_desktop.training.protocols.command import train_folds, without_row
from ser_desktop.training.protocols.personal import calibrated


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shares", metavar="SHARE", nargs="*", type=float, default=[0.3, 0.5, 0.6, 0.7, 1.0])
    parser.add_argument("--protocol", action="append", choices=("P1", "P2"))
    parser.add_argument("--recordings", metavar="DIR", type=Path, help="default: SER_CORPORA")
    parser.add_argument("--out", metavar="DIR", type=Path, default=paths.cache() / "protocols")
    asked = parser.parse_args()
    for protocol in map(definitions.find, asked.protocol or ("P1", "P2")):
        recipe = recipes.load(protocol.recipe)
        places = {"recordings": asked.recordings, "out": asked.out, "cache": paths.cache()}
        request = without_row(protocol, recipe, seeds=1, **places)
        (jobs,) = train_folds(protocol, request, Console(stderr=True))
        for share in asked.shares:
            told = calibrated(jobs, lambda: None, judging=lambda fold: fold.validation, share=share)
            for way in told["ways"]:
                change, spread = 100 * way["uar_change"], 100 * way["uar_change_deviation"]
                figures = f"{100 * way['uar']:.1f}, {change:+.1f} ± {spread:.1f}"
                print(f"{protocol.id}, share {share:g}, {way['way']}: {figures}", flush=True)


if __name__ == "__main__":
    main()
