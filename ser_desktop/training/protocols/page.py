"""The page of results: made of the JSON files, never written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ser_desktop.training.protocols.anchors import ANCHORS, TARGETS
from ser_desktop.training.protocols.definitions import PROTOCOLS, Protocol
from ser_desktop.training.protocols.page_measures import SECTIONS, picture
from ser_desktop.training.protocols.pictures import confusion_picture
from ser_desktop.training.protocols.store import read, write
from ser_desktop.training.protocols.text import NONE, percent, table

Rows = Sequence[dict[str, Any]]

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
    for name in sorted({*PROTOCOLS, *SECTIONS}):
        if rows := read(results, name)["rows"]:
            told = _judged(PROTOCOLS[name], rows, page) if name in PROTOCOLS else _measured(name, rows, page)
            sections.append("\n\n".join(part for part in (*told, _commands(rows)) if part))
    write(page, ("\n\n".join(section.strip() for section in sections) + "\n").encode())


def _measured(name: str, rows: Rows, page: Path) -> list[str]:
    """Tell of models that were there already."""
    title, target, tell = SECTIONS[name]
    parts = [f"## {name} · {title}", target, *tell(rows), _anchors(name)]
    if (drawn := picture(name, rows[0])) is not None:
        write(page.parent / "images" / f"measured-{name}.png", drawn)
        parts.append(f"![{title}](images/measured-{name}.png)")
    return parts


def _judged(protocol: Protocol, rows: Rows, page: Path) -> list[str]:
    """Tell of systems that were trained fold by fold, and draw the confusions of the best."""
    first, best = rows[0], _best(rows)
    drawn = f"images/confusion-{protocol.id}.png"
    write(page.parent / drawn, confusion_picture(best, f"{protocol.id}, {best['system']}: {_uar(best)}"))
    chance = percent(first["chance_uar"])
    average = "mean of the folds" if protocol.mean_of_folds else "all folds' clips together"
    return [
        f"## {protocol.id} · {protocol.title}",
        f"{first['clips']} clips tested, {first['speakers']} speakers, {len(first['labels'])} emotions; "
        f"{average}. Chance: UAR {chance}. Always the most frequent emotion: UAR {chance}, WA "
        f"{percent(first['majority_accuracy'])}.",
        _target(protocol, rows),
        table(
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
        _seeds([row for row in rows if len(row["seeds"]) > 1]),
        _anchors(protocol.id),
        _recalls(rows),
        _folds(rows) if protocol.mean_of_folds else "",
        f"![Confusions of {best['system']}]({drawn})",
    ]


def _commands(rows: Rows) -> str:
    return "\n".join(f"- {row['system']}: `{row['command']}` ({row['program']})" for row in rows)


def _uar(row: dict[str, Any]) -> str:
    return f"UAR {percent(row['uar'])} %"


def _system_cells(row: dict[str, Any]) -> list[str]:
    spread = row["uar_deviation"]
    interval = row["uar_interval_95"]
    return [
        f"*{row['system']}*" if row["baseline"] else f"**{row['system']}**",
        ", ".join(row["helpers"]) or NONE,
        f"{row['parameters']:,}" if row["parameters"] else NONE,
        str(len(row["seeds"])),
        percent(row["uar"]) + (f" ± {percent(spread)}" if spread is not None else ""),
        f"{percent(interval[0])} to {percent(interval[1])}" if interval else "one speaker a fold",
        percent(row["accuracy"]),
        percent(row["macro_f1"]),
        *(percent(row["sexes"][sex]) if sex in row["sexes"] else NONE for sex in ("f", "m")),
    ]


def _seeds(rows: Rows) -> str:
    told = (f"{row['system']} {', '.join(percent(value) for value in row['uar_per_seed'])}" for row in rows)
    return f"UAR of each seed: {'; '.join(told)}." if rows else ""


def _target(protocol: Protocol, rows: Rows) -> str:
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


def _anchors(protocol: str) -> str:
    anchors = ANCHORS.get(protocol)
    if not anchors:
        return ""
    origin = {True: "published", False: "measured on these clips beforehand"}
    return table(
        ["to compare with", "UAR unless said otherwise", "origin"],
        ([anchor.system, anchor.figure, origin[anchor.published]] for anchor in anchors),
    )


def _recalls(rows: Rows) -> str:
    labels = rows[0]["labels"]
    return table(
        ["recall of", *labels],
        ([row["system"], *(percent(row["recall"][label]) for label in labels)] for row in rows),
    )


def _folds(rows: Rows) -> str:
    names = list(rows[0]["folds"])
    return table(
        ["UAR, tested on", *names],
        ([row["system"], *(percent(row["folds"][name]) for name in names)] for row in rows),
    )


def _best(rows: Rows) -> dict[str, Any]:
    """Our system with the highest UAR; where there is none yet, what others would use."""
    ours = [row for row in rows if not row["baseline"]]
    return max(ours or rows, key=lambda row: float(row["uar"]))
