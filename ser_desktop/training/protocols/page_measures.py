"""The part of the page on models that are there already: under noise, their confidence, and live."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ser_desktop.training.protocols.conditions import SMALL_CHANGES, TWENTY_DB
from ser_desktop.training.protocols.coverage import Bin, Coverage, Point, coverage_picture
from ser_desktop.training.protocols.text import NONE, percent, table

Rows = Sequence[dict[str, Any]]


def calibrated(rows: Rows) -> list[str]:
    """P5: what knowing a speaker a little is worth, each way; and the mean over the systems."""
    ways = {told["way"]: list[float]() for row in rows for told in row["measured"]["ways"]}
    for row in rows:
        for told in row["measured"]["ways"]:
            ways[told["way"]].append(told["uar_change"])
    means = [f"{way}: {100 * sum(changes) / len(changes):+.1f}" for way, changes in ways.items()]
    return [
        f"Change on average over {' and '.join(row['system'] for row in rows)}: {'; '.join(means[1:])}. What "
        "follows ± is the standard deviation over seeds and three draws of the clips and of their order.",
        table(
            ["system", "speakers", "way", "UAR", "change"],
            (
                [
                    f"**{row['system']}**",
                    str(row["measured"]["speakers"]),
                    told["way"],
                    percent(told["uar"]),
                    f"{100 * told['uar_change']:+.1f} ± {100 * told['uar_change_deviation']:.1f}",
                ]
                for row in rows
                for told in row["measured"]["ways"]
            ),
        ),
    ]


def under_conditions(rows: Rows) -> list[str]:
    """P6: what of the decisions is left under each condition."""
    parts = []
    for row in rows:
        measured = row["measured"]
        outcomes = {outcome["condition"]: outcome for outcome in measured["outcomes"]}
        unchanged = min(outcomes[name]["unchanged"] for name in SMALL_CHANGES)
        lost = min(outcomes[name]["uar_change"] for name in TWENTY_DB)
        seeds = len(row["seeds"])
        parts += [
            f"**{row['system']}**, {measured['clips']} decisions by {seeds} seed{'s' * (seeds > 1)} on "
            f"{measured['speakers']} speakers: at the small changes ({', '.join(SMALL_CHANGES)}) at least "
            f"{percent(unchanged)} % stay as they were; at 20 dB the UAR changes by {100 * lost:+.1f}.",
            table(
                ["condition", "unchanged", "UAR", "change", "UAR women", "UAR men"],
                (_outcome(outcome) for outcome in (measured["clean"], *measured["outcomes"])),
            ),
        ]
    return parts


def confidence(rows: Rows) -> list[str]:
    """P7: calibration, and what withholding the least certain gains."""
    return [
        table(
            ["system", "clips", "speakers", "ECE", "mean confidence", "UAR", "WA", "WA of the surest 75 %"],
            (
                [
                    f"**{row['system']}**",
                    str(row["measured"]["clips"]),
                    str(row["measured"]["speakers"]),
                    f"{row['measured']['expected_calibration_error']:.3f}",
                    percent(row["measured"]["mean_confidence"]),
                    percent(_kept(row, 1.0)["uar"]),
                    percent(_kept(row, 1.0)["accuracy"]),
                    percent(_kept(row, 0.75)["accuracy"]),
                ]
                for row in rows
            ),
        ),
        table(
            [
                "WA of the surest",
                *(f"{100 * point['coverage']:.0f} %" for point in rows[0]["measured"]["curve"]),
            ],
            (
                [row["system"], *(percent(point["accuracy"]) for point in row["measured"]["curve"])]
                for row in rows
            ),
        ),
    ]


def live(rows: Rows) -> list[str]:
    """P8: what a person in front of the window sees, and when."""
    return [
        part
        for row in rows
        for part in (
            f"**{row['system']}**, {row['measured']['speakers']} speakers, clips joined with what is named; "
            "seconds from a clip's onset, the median over the clips (and nine tenths of them).",
            table(
                [
                    "between the clips",
                    "first label, s",
                    "right label, s",
                    "ever named",
                    "right at the end",
                    "no speech, labelled",
                    "at once after speech",
                    "flips a minute",
                ],
                (_stream(stream) for stream in row["measured"]["streams"]),
            ),
        )
    ]


SECTIONS: Mapping[str, tuple[str, str, Callable[[Rows], list[str]]]] = {
    "P5": (
        "Personal calibration: the models of P1's and P2's folds, adapted to each test speaker",
        "Must: +4 points by the speaker's own ordinary speech or by a running estimate; aim: +10.",
        calibrated,
    ),
    "P6": (
        "RAVDESS under noise: the models of P2's folds on their test clips",
        "Must: UAR at most 8 points lower at 20 dB, 90 % unchanged at the small changes; aim: 5 points, "
        "95 %, women and men within 7.5 points.",
        under_conditions,
    ),
    "P7": (
        "Confidence of a finished model on its test speakers",
        "Must: expected calibration error (ECE, 15 bins) 0.10; aim: 0.05.",
        confidence,
    ),
    "P8": (
        "A finished model live, on its test speakers",
        "Must: first label within 1.5 s and the right one within 2.5 s (medians), under 2 % of the time "
        "without speech labelled; aim: 1.0 s, 1.5 s, 0.5 %.",
        live,
    ),
}
"""Title, target and text of each protocol whose rows hold a measure of their own."""


def picture(protocol: str, row: dict[str, Any]) -> bytes | None:
    """Draw what is better seen than read; None where a table says it all."""
    if protocol != "P7":
        return None
    told = {name: value for name, value in row["measured"].items() if name != "speakers"}
    bins = tuple(Bin(**each) for each in told.pop("bins"))
    curve = tuple(Point(**each) for each in told.pop("curve"))
    return coverage_picture(Coverage(**told, bins=bins, curve=curve))


def _outcome(outcome: dict[str, Any]) -> list[str]:
    sexes = (outcome["uar_women"], outcome["uar_men"])
    return [
        outcome["condition"],
        percent(outcome["unchanged"]),
        percent(outcome["uar"]),
        f"{100 * outcome['uar_change']:+.1f}",
        *(NONE if uar is None else percent(uar) for uar in sexes),
    ]


def _stream(stream: dict[str, Any]) -> list[str]:
    return [
        stream["between"],
        *(_seconds(stream[name]) for name in ("first_label", "right_label")),
        *(percent(stream[name]) for name in ("decided", "right_at_end")),
        *(percent(stream[name]) for name in ("no_speech_labelled", "no_speech_labelled_strict")),
        f"{stream['flips_per_minute']:.1f}",
    ]


def _seconds(latency: dict[str, Any]) -> str:
    if latency["median_s"] is None:
        return NONE
    return f"{latency['median_s']:.2f} ({latency['p90_s']:.2f})"


def _kept(row: dict[str, Any], share: float) -> dict[str, Any]:
    point: dict[str, Any] = next(
        point for point in row["measured"]["curve"] if abs(point["coverage"] - share) < 1e-6
    )
    return point
