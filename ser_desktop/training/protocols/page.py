"""The page of results: made of the JSON files, never written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ser_desktop.training.protocols.anchors import ANCHORS, TARGETS
from ser_desktop.training.protocols.definitions import PROTOCOLS, Protocol
from ser_desktop.training.protocols.pictures import confusion_picture
from ser_desktop.training.protocols.store import read, write

_NONE = "·"

_HEAD = """\
# Results

This page is written by `ser-desktop evaluate` from `models/results/`; a change by hand is lost.

Figures are percent, of the exported `.tflite` as the program itself runs it. **UAR** is the mean recall of
the emotions (unweighted average recall), WA the share of clips decided rightly, each a mean over seeds with
its standard deviation (±). The interval (95 %) draws the speakers anew. P1 to P4 test people who were never
heard before: epoch, temperature and threshold are chosen on further speakers (P3, which has two in all: on
held-out words), the normaliser is fitted on training speakers. S1 to S4 draw clips at random as many
publications do, so the same voices are trained on and tested: read them as memory, and the gap to P1 to P4 as
what a stranger would lose. Systems in *italics* are what people would use instead.
"""


def write_page(results: Path, page: Path) -> None:
    """Write the page, and beside it the pictures in ``images``, of every protocol that has rows."""
    sections = [_HEAD]
    for protocol in PROTOCOLS.values():
        rows = read(results, protocol.id)["rows"]
        if rows:
            best = _best(rows)
            picture = Path("images", f"confusion-{protocol.id}.png")
            title = f"{protocol.id}, {best['system']}: UAR {_percent(best['uar'])} %"
            write(page.parent / picture, confusion_picture(best, title))
            sections.append(
                _section(protocol, rows, f"![Confusions of {best['system']}]({picture.as_posix()})")
            )
    write(page, ("\n\n".join(section.strip() for section in sections) + "\n").encode())


def _section(protocol: Protocol, rows: Sequence[dict[str, Any]], picture: str) -> str:
    first = rows[0]
    chance = _percent(first["chance_uar"])
    average = "mean of the folds" if protocol.mean_of_folds else "all folds' clips together"
    seeds = max(len(row["seeds"]) for row in rows)
    parts = [
        f"## {protocol.id} · {protocol.title}",
        f"{first['clips']} clips tested, {first['speakers']} speakers, {len(first['labels'])} emotions; "
        f"{average}. Chance: UAR {chance}. Always the most frequent emotion: UAR {chance}, WA "
        f"{_percent(first['majority_accuracy'])}.",
        _target(protocol, rows),
        _table(
            [
                "system",
                "also trained on",
                "parameters",
                "seeds",
                "UAR",
                "95 %",
                "WA",
                "macro-F1",
                "women",
                "men",
            ],
            (_system_cells(row) for row in rows),
        ),
        f"UAR of each seed: {'; '.join(_seeds(row) for row in rows)}." if seeds > 1 else "",
        _anchors(protocol),
        _recalls(rows),
        _folds(rows) if protocol.mean_of_folds else "",
        picture,
        "\n".join(f"- {row['system']}: `{row['command']}` ({row['program']})" for row in rows),
    ]
    return "\n\n".join(part for part in parts if part)


def _system_cells(row: dict[str, Any]) -> list[str]:
    spread = row["uar_deviation"]
    interval = row["uar_interval_95"]
    return [
        f"*{row['system']}*" if row["baseline"] else f"**{row['system']}**",
        ", ".join(row["helpers"]) or _NONE,
        f"{row['parameters']:,}" if row["parameters"] else _NONE,
        str(len(row["seeds"])),
        _percent(row["uar"]) + (f" ± {_percent(spread)}" if spread is not None else ""),
        f"{_percent(interval[0])} to {_percent(interval[1])}" if interval else "one speaker a fold",
        _percent(row["accuracy"]),
        _percent(row["macro_f1"]),
        *(_percent(row["sexes"][sex]) if sex in row["sexes"] else _NONE for sex in ("f", "m")),
    ]


def _seeds(row: dict[str, Any]) -> str:
    return f"{row['system']} {', '.join(_percent(value) for value in row['uar_per_seed'])}"


def _target(protocol: Protocol, rows: Sequence[dict[str, Any]]) -> str:
    """Say what is wanted and how near our best system comes."""
    target = TARGETS.get(protocol.id)
    ours = [row for row in rows if not row["baseline"]]
    if not target:
        return ""
    name = {"uar": "UAR", "accuracy": "WA"}[target.measure]
    aims = ", then ".join(f"{aim:g}" for aim in target.aims)
    wanted = f"Must: {name} {target.must:g}; aim: {aims}."
    if not ours:
        return wanted
    best = max(ours, key=lambda row: row[target.measure])
    reached = 100 * best[target.measure]
    steps = [("the must", target.must), *(("the aim of " + f"{aim:g}", aim) for aim in target.aims)]
    met = [told for told, value in steps if round(reached, 1) >= value]
    verdict = f"reaches {met[-1]}" if met else "does not reach the must"
    return f"{wanted} {best['system']} with {reached:.1f} {verdict}."


def _anchors(protocol: Protocol) -> str:
    anchors = ANCHORS.get(protocol.id)
    if not anchors:
        return ""
    origin = {True: "published", False: "measured on these clips beforehand"}
    return _table(
        ["to compare with", "UAR unless said otherwise", "origin"],
        ([anchor.system, anchor.figure, origin[anchor.published]] for anchor in anchors),
    )


def _recalls(rows: Sequence[dict[str, Any]]) -> str:
    labels = rows[0]["labels"]
    return _table(
        ["recall of", *labels],
        ([row["system"], *(_percent(row["recall"][label]) for label in labels)] for row in rows),
    )


def _folds(rows: Sequence[dict[str, Any]]) -> str:
    names = list(rows[0]["folds"])
    return _table(
        ["UAR, tested on", *names],
        ([row["system"], *(_percent(row["folds"][name]) for name in names)] for row in rows),
    )


def _best(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Our system with the highest UAR; where there is none yet, what others would use."""
    ours = [row for row in rows if not row["baseline"]]
    return max(ours or rows, key=lambda row: float(row["uar"]))


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    return "\n".join(
        [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(line)} |" for line in lines)]
    )


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.1f}"
