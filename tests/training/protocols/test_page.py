"""The page says what the JSON files say, whatever systems there are; nobody writes figures by hand."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ser_desktop import paths
from ser_desktop.training.evaluate import Answers
from ser_desktop.training.protocols.conditions import CONDITIONS
from ser_desktop.training.protocols.coverage import coverage
from ser_desktop.training.protocols.definitions import find
from ser_desktop.training.protocols.live import Latency, Live
from ser_desktop.training.protocols.page import write_page
from ser_desktop.training.protocols.robustness import CLEAN, robustness
from ser_desktop.training.protocols.rows import row
from ser_desktop.training.protocols.store import put

PNG = b"\x89PNG\r\n\x1a\n"


def answered(labels: int, wrong: int) -> Answers:
    """Ten clips of each label, in all of four speakers; of each label so many are decided wrongly."""
    clips = np.arange(10 * labels)
    targets = clips % labels
    decisions = np.where(clips < wrong * labels, (targets + 1) % labels, targets)
    speakers = tuple(f"c/{clip * 4 // len(clips)}" for clip in clips)
    sexes = tuple("fm"[clip * 4 // len(clips) % 2] for clip in clips)
    confident = 0.9 * np.eye(labels)[decisions] + 0.1 / labels
    return Answers(confident, targets, speakers, ("c",) * len(clips), sexes)


def judged(
    protocol: str, system: str, wrong: int, seeds: int = 1, *, baseline: bool = False
) -> dict[str, Any]:
    labels = find(protocol).labels
    folds = {"one": answered(len(labels), wrong), "other": answered(len(labels), wrong)}
    return row(
        find(protocol),
        labels,
        dict.fromkeys(range(1, seeds + 1), folds),
        system=system,
        helpers=[],
        parameters=None if baseline else 123_456,
        digest="a",
        baseline=baseline,
        command=f"make {system}",
    )


def measured(system: str, told: dict[str, Any]) -> dict[str, Any]:
    facts = {"helpers": [], "seeds": [1], "digest": "a", "program": "p", "baseline": False}
    return {**facts, "system": system, "measured": {"speakers": 4, **told}, "command": f"make {system}"}


def page_of(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> str:
    for protocol, several in rows.items():
        for each in several:
            put(folder / "results", protocol, each)
    write_page(folder / "results", folder / "docs" / "RESULTS.md")
    return (folder / "docs" / "RESULTS.md").read_text(encoding="utf-8")


def test_every_row_is_told_with_its_command(tmp_path: Path) -> None:
    """Ours and what people would use, each with its figure, its seeds and how to get it again."""
    text = page_of(
        tmp_path,
        {
            "P1": [judged("P1", "ours", 1, seeds=3), judged("P1", "theirs", 3, baseline=True)],
            "P4": [judged("P4", "ours", 0)],
        },
    )
    assert "| **ours** | · | 123,456 | 3 | 90.0 ± 0.0 |" in text
    assert "| *theirs* | · | · | 1 | 70.0 |" in text
    assert "Must: UAR 77.1; aim: 85, then 87.9. ours with 90.0 reaches the aim of 87.9." in text
    for command in ("`make ours`", "`make theirs`"):
        assert command in text
    assert "| UAR, tested on | one | other |" in text
    for protocol in ("P1", "P4"):
        assert (tmp_path / "docs" / "images" / f"confusion-{protocol}.png").read_bytes().startswith(PNG)
    assert "## P2" not in text


@pytest.mark.parametrize(("wrong", "verdict"), [(3, "does not reach the must"), (2, "reaches the must")])
def test_the_verdict_is_that_of_our_best(tmp_path: Path, wrong: int, verdict: str) -> None:
    """What others reach does not count for us."""
    rows = [judged("P1", "ours", wrong), judged("P1", "theirs", 0, baseline=True)]
    assert f"ours with {100 - 10 * wrong:.1f} {verdict}" in page_of(tmp_path, {"P1": rows})


def way(name: str, reached: float, change: float) -> dict[str, Any]:
    """One way of knowing a speaker, as P5 measures it."""
    return {"way": name, "uar": reached, "uar_change": change, "uar_change_deviation": 0.005}


def test_measures_of_finished_models_are_told(tmp_path: Path) -> None:
    """Robustness, confidence and live, as they come from their measures."""
    heard = {name: answered(8, 1) for name in (CLEAN, *CONDITIONS)}
    late = Latency(shown=9, never=1, median_s=0.91, p90_s=1.8, median_of_all_s=1.0)
    told = Live("pauses", 10, 20.0, 30.0, late, late, 1.0, 0.9, 0.6, 0.012, 0.2, 3.5)
    text = page_of(
        tmp_path,
        {
            "P5": [
                measured("known", {"ways": [way("nothing", 0.803, 0.0), way("own speech", 0.85, 0.047)]}),
                measured("known too", {"ways": [way("nothing", 0.5, 0.0), way("own speech", 0.533, 0.033)]}),
            ],
            "P6": [measured("under noise", robustness(heard).to_json())],
            "P7": [measured("sure", coverage(answered(7, 1)).to_json())],
            "P8": [measured("at once", {"streams": [asdict(told)]})],
        },
    )
    assert "| **known** | 4 | own speech | 85.0 | +4.7 ± 0.5 |" in text
    assert "on average over known and known too: own speech: +4.0. " in text
    assert "| small room | 100.0 |" in text
    assert "at 20 dB the UAR changes by +0.0" in text
    assert "| **sure** | 70 | 4 |" in text
    assert "| pauses | 0.91 (1.80) | 0.91 (1.80) | 90.0 | 60.0 | 1.2 | 20.0 | 3.5 |" in text
    assert (tmp_path / "docs" / "images" / "measured-P7.png").read_bytes().startswith(PNG)


def test_the_page_in_the_documents_is_that_of_the_results(tmp_path: Path) -> None:
    """The page that is read is made of the results that are kept: written again, it is the same."""
    results = paths.home() / "models" / "results"
    write_page(results, tmp_path / "RESULTS.md")
    kept = (paths.home() / "docs" / "RESULTS.md").read_text(encoding="utf-8")
    assert (tmp_path / "RESULTS.md").read_text(encoding="utf-8") == kept
    for path in results.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["rows"]
