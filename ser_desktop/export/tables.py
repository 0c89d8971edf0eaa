"""CSV and JSON: everything, for programs and spreadsheets, and read back to the last digit.

A CSV has one row for each thing, which ``kind`` names. The first is the ``recording``, whose row alone fills
the columns of what made the results. Then each ``utterance``; each place at which sound is ``missing``, with
``lost_s`` where it is known how much; and each ``answer``: what the model said at ``end_s`` about the window
that ends there. A JSON has the same, and the attention to three decimals.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from ser_desktop.errors import UserError
from ser_desktop.export.words import segment_word, shown
from ser_desktop.results import Analysis, Course, Float32, Missing, Origin, Prediction, Segment, State

FORMAT = 1
_ORIGIN = tuple(entry.name for entry in fields(Origin) if entry.name != "labels")
_COLUMNS = ("kind", "start_s", "end_s", "label", "confidence")
_ABOUT = ("name", "file", "began", "note")
_LOST = "lost_s"
_PROBABILITY = "p_"


def csv_text(analysis: Analysis) -> str:
    """Return a table of the recording, its utterances and its answers."""
    origin = {name: getattr(analysis.origin, name) for name in _ORIGIN}
    labels = analysis.origin.labels
    columns = [*_COLUMNS, *(f"{_PROBABILITY}{label}" for label in labels), *_ABOUT, *_ORIGIN, _LOST]
    text = io.StringIO()
    table = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    table.writeheader()
    table.writerow(
        {
            **_row("recording", 0.0, analysis.duration_s, analysis.label, analysis.prediction),
            "name": shown(analysis.name),
            "file": shown(str(analysis.path or "")),
            "began": analysis.began.isoformat() if analysis.began else "",
            "note": analysis.note,
            **origin,
        }
    )
    for segment in analysis.segments:
        word = segment_word(segment)
        table.writerow(_row("utterance", segment.start_s, segment.end_s, word, segment.prediction))
    for one in analysis.missing:
        lost_s = "" if one.lost_s is None else one.lost_s
        table.writerow({**_row("missing", one.start_s, one.end_s, "", None), _LOST: lost_s})
    for time_s, prediction in _answers(analysis):
        word = prediction.label or State.UNSURE.value
        table.writerow(_row("answer", "", time_s, word, prediction))
    return text.getvalue()


def json_text(analysis: Analysis) -> str:
    """Return one object, one key a line."""
    course = analysis.course
    data = {
        "format": FORMAT,
        **about(analysis),
        **_answer(analysis.prediction),
        "label": analysis.label,
        "segments": [
            {"start_s": one.start_s, "end_s": one.end_s, **_answer(one.prediction)}
            for one in analysis.segments
        ],
        "course": {
            "labels": list(course.labels),
            "times_s": course.times_s.tolist(),
            "probabilities": [_exact(row) for row in course.probabilities],
            "attention_step_s": course.attention_step_s,
            "attention": [round(weight, 3) for weight in course.attention.tolist()],
        },
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in data.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def about(analysis: Analysis) -> dict[str, Any]:
    """Return what was heard and what made the results of it, as plain data."""
    return {
        "name": analysis.name,
        "file": str(analysis.path) if analysis.path else None,
        "began": analysis.began.isoformat() if analysis.began else None,
        "duration_s": analysis.duration_s,
        "note": analysis.note,
        "missing": [asdict(one) for one in analysis.missing],
        "origin": {**asdict(analysis.origin), "labels": list(analysis.origin.labels)},
    }


def read_json(text: str) -> Analysis:
    """Read what :func:`json_text` wrote; raise :class:`UserError` for anything else."""
    try:
        data = _of_this_format(json.loads(text))
        origin = Origin(**{**data["origin"], "labels": tuple(data["origin"]["labels"])})
        course = data["course"]
        return Analysis(
            name=data["name"],
            duration_s=data["duration_s"],
            origin=origin,
            segments=tuple(
                Segment(one["start_s"], one["end_s"], _prediction(origin, one)) for one in data["segments"]
            ),
            course=Course(
                tuple(course["labels"]),
                np.array(course["times_s"], np.float64),
                _table(course["probabilities"], len(origin.labels)),
                np.array(course["attention"], np.float32),
                course["attention_step_s"],
            ),
            prediction=_prediction(origin, data) if data["probabilities"] else None,
            path=Path(data["file"]) if data["file"] else None,
            began=datetime.fromisoformat(data["began"]) if data["began"] else None,
            note=data["note"],
            missing=tuple(Missing(**one) for one in data.get("missing", ())),  # older files have none
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unreadable(error) from error


def read_csv(text: str) -> Analysis:
    """Read what :func:`csv_text` wrote; raise :class:`UserError` for anything else."""
    try:
        whole, *rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        labels = tuple(name.removeprefix(_PROBABILITY) for name in whole if name.startswith(_PROBABILITY))
        kinds = {"unsure_below": float, "temperature": float, "window_s": float, "hop_s": float}
        facts: dict[str, Any] = {name: kinds.get(name, str)(whole[name]) for name in _ORIGIN}
        origin = Origin(**{**facts, "labels": labels, "personal": whole["personal"] == "True"})
        answers = [row for row in rows if row["kind"] == "answer"]
        return Analysis(
            name=whole["name"],
            duration_s=float(whole["end_s"]),
            origin=origin,
            segments=tuple(
                Segment(float(row["start_s"]), float(row["end_s"]), _read_row(row, labels))
                for row in rows
                if row["kind"] == "utterance"
            ),
            course=Course(
                labels,
                np.array([float(row["end_s"]) for row in answers], np.float64),
                _table([_probabilities(row, labels) for row in answers], len(labels)),
            ),
            prediction=None if whole["label"] == State.NO_SPEECH else _read_row(whole, labels),
            path=Path(whole["file"]) if whole["file"] else None,
            began=datetime.fromisoformat(whole["began"]) if whole["began"] else None,
            note=whole["note"],
            missing=tuple(
                Missing(float(row["start_s"]), float(row["end_s"]), float(row[_LOST]) if row[_LOST] else None)
                for row in rows
                if row["kind"] == "missing"
            ),
        )
    except (ValueError, KeyError, TypeError, csv.Error) as error:
        raise _unreadable(error) from error


def _of_this_format(data: dict[str, Any]) -> dict[str, Any]:
    if data["format"] != FORMAT:
        raise ValueError(f"its format {data['format']!r} is not {FORMAT}")
    return data


def _row(
    kind: str, start_s: float | str, end_s: float, word: str, prediction: Prediction | None
) -> dict[str, Any]:
    row = {"kind": kind, "start_s": start_s, "end_s": end_s, "label": word}
    if prediction is None:
        return row
    exact = _exact(prediction.probabilities)
    probabilities = {f"{_PROBABILITY}{label}": p for label, p in zip(prediction.labels, exact, strict=True)}
    return {**row, "confidence": max(exact), **probabilities}


def _answers(analysis: Analysis) -> Iterator[tuple[float, Prediction]]:
    """Each answer with its time, named where it is likely enough."""
    course, labels = analysis.course, analysis.course.labels
    for time_s, row in zip(course.times_s.tolist(), course.probabilities, strict=True):
        best = int(row.argmax())
        label = labels[best] if row[best] >= analysis.origin.unsure_below else None
        yield time_s, Prediction(labels, row, label)


def _answer(prediction: Prediction | None) -> dict[str, Any]:
    if prediction is None:
        return {"label": None, "confidence": None, "probabilities": None}
    exact = _exact(prediction.probabilities)
    pairs = dict(zip(prediction.labels, exact, strict=True))
    return {"label": prediction.label, "confidence": max(exact), "probabilities": pairs}


def _exact(probabilities: Float32) -> list[float]:
    """Return the shortest decimals [C] that read back as the same single-precision numbers."""
    return [float(str(p)) for p in probabilities]


def _prediction(origin: Origin, data: dict[str, Any]) -> Prediction:
    label = data["label"] if data["label"] in origin.labels else None
    return Prediction(
        origin.labels, np.array([data["probabilities"][name] for name in origin.labels], np.float32), label
    )


def _read_row(row: dict[str, str], labels: tuple[str, ...]) -> Prediction:
    label = row["label"] if row["label"] in labels else None
    return Prediction(labels, np.array(_probabilities(row, labels), np.float32), label)


def _probabilities(row: dict[str, str], labels: tuple[str, ...]) -> list[float]:
    return [float(row[f"{_PROBABILITY}{label}"]) for label in labels]


def _table(rows: list[list[float]], columns: int) -> Float32:
    return np.array(rows, np.float32).reshape(len(rows), columns)


def _unreadable(error: Exception) -> UserError:
    return UserError(
        "bad-results",
        "These results cannot be read.",
        "{reason}",
        "Only a CSV or JSON that this program wrote, unchanged, can be read back.",
        reason=f"{type(error).__name__}: {error}",
    )
