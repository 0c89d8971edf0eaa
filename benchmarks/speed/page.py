"""``docs/PERFORMANCE.md`` from the results: table, plot, what was measured on the way, and the notes.

What stands in the way of an aim is told in ``notes.md``, the plan for very many recordings in ``plan.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.speed.measuring import ROOT
from benchmarks.speed.rows import Row, rows

PAGE = ROOT / "docs" / "PERFORMANCE.md"
PLOT = ROOT / "docs" / "images" / "performance.png"
NOTES = Path(__file__).with_name("notes.md")
PLAN = Path(__file__).with_name("plan.md")
_HOURS, _WORKERS = 10_000, 64  # as plan.md says
_HEAD = """# Performance

Measured side by side with what people would use instead, in one run on one machine, as ratios, since machines
differ. `make bench` measures all of it anew and writes this page; a row alone is measured by its command.
Each figure is the median of its repetitions, with the lowest and the highest of them. "Must" is what the
program is held to, "aim" what it is meant to reach.
"""


def write(results: Mapping[str, Any]) -> None:
    """Write the page and its plot."""
    _draw(results)
    PAGE.write_text(text(results), encoding="utf-8")


def text(results: Mapping[str, Any]) -> str:
    """Return the page."""
    parts = [
        _HEAD,
        _about(results),
        _table(results),
        f"![Each figure against its must and its aim](images/{PLOT.name})",
        _facts(results),
        NOTES.read_text(encoding="utf-8"),
        *([_profiles(results["profiles"])] if results.get("profiles") else ()),
        *([_plan(results["plan"])] if results.get("plan") else ()),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _about(results: Mapping[str, Any]) -> str:
    machine, versions = results["machine"], results["versions"]
    return (
        f"Measured {results['measured']}, in {results['took_s'] / 60:.0f} minutes: {machine['processor']}, "
        f"{machine['cores']} cores, {machine['memory']}, {machine['system']}; load before it began "
        f"{machine['load before']}. "
        + ", ".join(f"{name} {version}" for name, version in versions.items())
        + "."
    )


def _table(results: Mapping[str, Any]) -> str:
    lines = [
        "| what | against | must | aim | measured | |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows():
        sign = "at least" if row.better == "more" else "at most"
        lines.append(
            f"| {row.what} | {row.against} | {sign} {row.must:g} | {row.aim:g} | {_figure(row, results)} | "
            f"{verdict(row, results)} |"
        )
    return "\n".join(lines)


def verdict(row: Row, results: Mapping[str, Any]) -> str:
    """Say in a word how a row came out."""
    found = results["rows"].get(row.name)
    if found is None:
        return "not measured"
    if row.within(found["median"], row.aim):
        return "aim reached"
    return "must held" if row.within(found["median"], row.must) else "**missed**"


def _figure(row: Row, results: Mapping[str, Any]) -> str:
    found = results["rows"].get(row.name)
    if found is None:
        return "?"
    low, high = (f"{found[side]:.3g}" for side in ("lowest", "highest"))
    return f"**{found['median']:.3g}** {row.unit} ({low} to {high}, {len(found['values'])} times)"


def _facts(results: Mapping[str, Any]) -> str:
    lines = ["## Behind the figures", "", "`python -m …` | took | what was measured", "---|---|---"]
    for name, took_s in results["benchmarks_took_s"].items():
        facts: dict[str, Any] = {}
        for row in rows():
            if row.by == name and row.name in results["rows"]:
                facts |= results["rows"][row.name]["facts"]
        told = "; ".join(f"{fact}: {value}" for fact, value in facts.items())
        lines.append(f"`benchmarks.speed.{name}` | {took_s} s | {told}")
    return "\n".join(lines)


def _profiles(told: Mapping[str, str]) -> str:
    """Show the profiles that the notes rest on, as their programs print them."""
    parts = [f"### {title}\n\n```text\n{text}\n```" for title, text in told.items()]
    return "\n\n".join(["## Profiles\n\nBy `python -m benchmarks.speed.profiles`, of the same run.", *parts])


def _plan(costs: Mapping[str, Any]) -> str:
    """Plan for very many recordings, from what one scheduler and one worker took."""
    sound_ms = costs["worker, ms a second of a long recording"]
    beside_ms = max(0.0, costs["worker, ms a clip of 3 s"] - 3 * sound_ms)
    handed_out_ms = max(costs["scheduler, ms a file"], costs["client, ms a file"])
    table = []
    for length_s, name in ((3, "3 s"), (60, "1 min"), (600, "10 min"), (3600, "1 h")):
        files = 3600 * _HOURS // length_s
        file_ms = length_s * sound_ms + beside_ms
        hours, fed = files * file_ms / 3.6e6, file_ms / handed_out_ms
        table.append(f"| {name} | {files} | {hours:.0f} | {fed:.0f} | {hours / min(_WORKERS, fed):.1f} h |")
    return PLAN.read_text(encoding="utf-8").format(
        costs="; ".join(f"{name}: {value}" for name, value in costs.items()),
        core_hours=_HOURS * sound_ms / 1000,
        table="\n".join(table),
        worker_mb=costs["worker, MB at most"],
        workers_gb=_WORKERS * costs["worker, MB at most"] / 1000,
        scheduler_mb=costs["scheduler, MB at most"],
        read_mb=32 / sound_ms,
        reads_mb=_WORKERS * 32 / sound_ms,
    )


def _draw(results: Mapping[str, Any]) -> None:
    """Draw each figure as a share of its must, so that all rows have one scale: left of 1 is better."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 5.5), dpi=110, layout="constrained")
    axes = figure.add_subplot()
    shown = [row for row in reversed(rows()) if row.name in results["rows"]]
    for height, row in enumerate(shown):
        found = results["rows"][row.name]
        ends = sorted(_share(row, found[side]) for side in ("lowest", "highest"))
        axes.plot(ends, [height, height], color="#8aa0b8", linewidth=5, solid_capstyle="round")
        good = row.within(found["median"], row.must)
        axes.plot(_share(row, found["median"]), height, "o", color="#1b6ac9" if good else "#c9401b")
        axes.plot(_share(row, row.aim), height, "|", color="#2e7d32", markersize=14, markeredgewidth=2)
    axes.axvline(1.0, color="#444444", linewidth=1)
    axes.set_xscale("log")
    axes.set_yticks(range(len(shown)), [row.name for row in shown])
    axes.set_xlabel(
        "figure over its must, or must over figure where more is better: left of the line it is held"
    )
    axes.set_title("dot: median, bar: all repetitions, green mark: the aim", fontsize=9)
    PLOT.parent.mkdir(exist_ok=True)
    figure.savefig(PLOT, metadata={"Software": None})


def _share(row: Row, value: float) -> float:
    share = row.must / value if row.better == "more" else value / row.must
    return min(max(share, 0.02), 50.0) if value > 0 else 0.02
