"""An EAF is what a reader of ELAN's files reads, with every utterance in its place and what made it."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from pympi import Eaf

from ser_desktop.export.elan import elan_text
from ser_desktop.export.files import write
from ser_desktop.export.words import missing_word, segment_word, shown
from ser_desktop.results import Analysis
from tests.export.analyses import ORIGIN, analyses, long_analysis


def read_back(analysis: Analysis, folder: Path) -> Eaf:
    """Return the document as another program's reader has it."""
    path = folder / "heard.eaf"
    write(path, elan_text(analysis), replace=True)
    return Eaf(str(path))


@given(analyses())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_each_utterance_is_read(tmp_path: Path, analysis: Analysis) -> None:
    """With its times to the millisecond, its label and its confidence."""
    document = read_back(analysis, tmp_path)
    gone = sorted(document.get_annotation_data_for_tier("missing")) if analysis.missing else []
    assert list(document.get_tier_names()) == ["emotion", "confidence", *["missing"] * bool(gone)]
    assert [one[2] for one in gone] == [missing_word(one) for one in analysis.missing]
    for (start_ms, end_ms, _), lack in zip(gone, analysis.missing, strict=True):
        assert 1000 * lack.start_s - 0.51 <= start_ms <= 1000 * lack.start_s + 5
        assert max(1000 * lack.end_s, start_ms + 1) == pytest.approx(end_ms, abs=5)
    emotion = sorted(document.get_annotation_data_for_tier("emotion"))
    confidence = sorted(document.get_annotation_data_for_tier("confidence"))
    assert [one[:2] for one in emotion] == [one[:2] for one in confidence]
    assert [one[2] for one in emotion] == [segment_word(one) for one in analysis.segments]
    for (start_ms, end_ms, _), (_, _, sure), segment in zip(
        emotion, confidence, analysis.segments, strict=True
    ):
        assert (start_ms, end_ms) == pytest.approx((1000 * segment.start_s, 1000 * segment.end_s), abs=0.51)
        assert float(sure) == pytest.approx(segment.prediction.confidence, abs=0.0051)


@given(analyses())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_the_header_tells_the_recording_and_what_made_the_results(tmp_path: Path, analysis: Analysis) -> None:
    """The recording by an address that leads back to its name, whatever is in it; none for a live one."""
    document = read_back(analysis, tmp_path)
    media = [entry["MEDIA_URL"] for entry in document.media_descriptors]
    expected = [] if analysis.path is None else [str(analysis.path).encode("utf-8", "surrogateescape")]
    assert [unquote_to_bytes(urlsplit(url).path) for url in media] == expected
    told = dict(document.properties)
    assert json.loads(told["origin"])["sha256"] == ORIGIN.sha256
    assert json.loads(told["origin"])["title"] == analysis.origin.title
    assert (told["name"] or "").split() == shown(analysis.name).split()  # XML makes a space of a line's end
    assert (told["note"] or "").split() == analysis.note.split()
    assert told["label"] == analysis.label


def test_identifiers_are_unique_and_slots_exist() -> None:
    """Of thousands of utterances: else ELAN refuses the file."""
    root = ET.fromstring(elan_text(long_analysis(3_000)))  # noqa: S314 - our own text
    slots = {slot.get("TIME_SLOT_ID") for slot in root.iter("TIME_SLOT")}
    annotations = list(root.iter("ALIGNABLE_ANNOTATION"))
    assert len({one.get("ANNOTATION_ID") for one in annotations}) == len(annotations) == 6_000
    assert {one.get(name) for one in annotations for name in ("TIME_SLOT_REF1", "TIME_SLOT_REF2")} == slots
