"""CSV and JSON lose nothing: what was written is read back to the last digit."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from ser_desktop.errors import UserError
from ser_desktop.export.tables import csv_text, json_text, read_csv, read_json
from ser_desktop.export.words import shown
from ser_desktop.results import Analysis
from tests.export.analyses import ORIGIN, analyses, long_analysis


@given(analyses())
def test_json_reads_back(analysis: Analysis) -> None:
    """Every field, whatever the name, through a file."""
    text = json_text(analysis).encode("utf-8").decode("utf-8")
    np.testing.assert_equal(dataclasses.asdict(read_json(text)), dataclasses.asdict(analysis))


@given(analyses())
def test_csv_reads_back(analysis: Analysis) -> None:
    """Every field; in a name, what is no text comes back as it was shown."""
    path = Path(shown(str(analysis.path))) if analysis.path else None
    expected = dataclasses.replace(analysis, name=shown(analysis.name), path=path)
    text = csv_text(analysis).encode("utf-8").decode("utf-8")
    np.testing.assert_equal(dataclasses.asdict(read_csv(text)), dataclasses.asdict(expected))


@given(analyses())
def test_a_csv_has_a_row_for_each_thing(analysis: Analysis) -> None:
    """As any reader of tables sees it: the recording first, with its origin, and no odd columns."""
    rows = list(csv.DictReader(io.StringIO(csv_text(analysis), newline=""), strict=True))
    kinds = [row["kind"] for row in rows]
    counts = (len(analysis.segments), len(analysis.missing), len(analysis.course))
    each = zip(("utterance", "missing", "answer"), counts, strict=True)
    assert kinds == ["recording", *(kind for kind, count in each for _ in range(count))]
    assert (rows[0]["label"], rows[0]["sha256"], rows[0]["model"]) == (
        analysis.label,
        ORIGIN.sha256,
        ORIGIN.model,
    )
    assert (rows[0]["name"], rows[0]["note"], rows[0]["title"]) == (
        shown(analysis.name),
        analysis.note,
        analysis.origin.title,
    )
    gone = [row for row in rows if row["kind"] == "missing"]
    told = [
        (float(row["start_s"]), float(row["end_s"]), float(row["lost_s"]) if row["lost_s"] else None)
        for row in gone
    ]
    assert told == [(one.start_s, one.end_s, one.lost_s) for one in analysis.missing]
    for row in [row for row in rows[1:] if row not in gone]:
        probabilities = [float(row[f"p_{label}"]) for label in ORIGIN.labels]
        assert float(row["confidence"]) == max(probabilities)
        assert row["label"] in {*ORIGIN.labels, "unsure"}


def no_constant(name: str) -> float:
    """Refuse what only Python's reader takes for a number."""
    raise AssertionError(f"{name} is not JSON")


@given(analyses())
def test_a_json_is_what_any_reader_of_json_reads(analysis: Analysis) -> None:
    """Plain data under plain names: nothing that only Python knows, no NaN, each number as it was."""
    data = json.loads(json_text(analysis).encode("ascii"), parse_constant=no_constant)
    assert (data["name"], data["note"], data["label"]) == (analysis.name, analysis.note, analysis.label)
    assert data["file"] == (str(analysis.path) if analysis.path else None)
    assert data["duration_s"] == analysis.duration_s
    assert data["origin"]["title"] == analysis.origin.title
    assert data["origin"]["sha256"] == analysis.origin.sha256
    assert [(one["start_s"], one["end_s"]) for one in data["segments"]] == [
        (one.start_s, one.end_s) for one in analysis.segments
    ]
    for told, one in zip(data["segments"], analysis.segments, strict=True):
        assert told["label"] == one.prediction.label
        assert list(told["probabilities"]) == list(one.prediction.labels)
        np.testing.assert_array_equal(
            np.array(list(told["probabilities"].values()), np.float32), one.prediction.probabilities
        )
    assert data["course"]["times_s"] == analysis.course.times_s.tolist()
    assert data["missing"] == [dataclasses.asdict(one) for one in analysis.missing]


def test_attention_is_kept_to_three_decimals() -> None:
    """In the JSON; it is a picture, not a measurement."""
    attention = np.array([0, 0.12345, 1], np.float32)
    analysis = long_analysis(1)
    course = dataclasses.replace(analysis.course, attention=attention)
    back = read_json(json_text(dataclasses.replace(analysis, course=course)))
    np.testing.assert_allclose(back.course.attention, attention, atol=5e-4)


def test_thousands_of_utterances() -> None:
    """As after hours of listening."""
    analysis = long_analysis(5_000)
    for read, text in ((read_json, json_text(analysis)), (read_csv, csv_text(analysis))):
        assert len(read(text).segments) == len(read(text).course) == 5_000


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "{}", '{"format": 2}', "kind\n", "kind,name\nrecording,x\n", "[" * 100_000],
    ids=lambda text: text[:12],
)
def test_what_is_no_result_is_refused(text: str) -> None:
    """In words, by both readers."""
    for read in (read_json, read_csv):
        with pytest.raises(UserError) as refused:
            read(text)
        assert refused.value.code == "bad-results"


def test_results_of_before_are_read() -> None:
    """A file that was written when none told where sound is missing: nothing is."""
    data = json.loads(json_text(long_analysis(1)))
    del data["missing"]
    assert read_json(json.dumps(data)).missing == ()
    old = csv_text(long_analysis(1)).replace(",lost_s\n", "\n").replace(",\n", "\n")
    assert read_csv(old).missing == ()


def test_json_of_a_later_format_is_refused() -> None:
    """Rather than half understood."""
    data = json.loads(json_text(long_analysis(1)))
    with pytest.raises(UserError, match="format 9"):
        read_json(json.dumps({**data, "format": 9}))
