"""EAF 3.0 of ELAN: two tiers on one set of time slots, in milliseconds; a third where sound is missing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ser_desktop.export.tables import about
from ser_desktop.export.words import missing_spans, segment_word, shown
from ser_desktop.results import Analysis

_SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_TYPE = "utterances"
_MEDIA = {".wav": "audio/x-wav", ".mp3": "audio/mpeg", ".flac": "audio/flac", ".ogg": "audio/ogg"}
_NO_DAY = "1970-01-01T00:00:00+00:00"  # a date is required; files of equal results are to be equal


def elan_text(analysis: Analysis) -> str:
    """Return a document with tiers ``emotion`` and ``confidence``.

    What made the results stands in the header's properties. A recording is named by its place on this
    computer; ELAN asks for it where it has moved.
    """
    document = ET.Element(
        "ANNOTATION_DOCUMENT",
        {
            "AUTHOR": f"ser-desktop {analysis.origin.version}",
            "DATE": analysis.began.isoformat() if analysis.began else _NO_DAY,
            "FORMAT": "3.0",
            "VERSION": "3.0",
            "xmlns:xsi": _INSTANCE,
            "xsi:noNamespaceSchemaLocation": _SCHEMA,
        },
    )
    _header(document, analysis)
    slots = ET.SubElement(document, "TIME_ORDER")
    said = _times_ms([(one.start_s, one.end_s) for one in analysis.segments])
    missing = missing_spans(analysis)
    gone = _times_ms([(start_s, end_s) for start_s, end_s, _ in missing])
    for index, time_ms in enumerate([*said, *gone], 1):
        ET.SubElement(slots, "TIME_SLOT", TIME_SLOT_ID=f"ts{index}", TIME_VALUE=str(time_ms))
    count = len(analysis.segments)
    _tier(document, "emotion", [segment_word(one) for one in analysis.segments], 0, 0)
    sure = [f"{one.prediction.confidence:.2f}" for one in analysis.segments]
    _tier(document, "confidence", sure, count, 0)
    if missing:
        _tier(document, "missing", [text for _, _, text in missing], 2 * count, len(said))
    kind = {"LINGUISTIC_TYPE_ID": _TYPE, "TIME_ALIGNABLE": "true", "GRAPHIC_REFERENCES": "false"}
    ET.SubElement(document, "LINGUISTIC_TYPE", kind)
    ET.indent(document)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(document, encoding="unicode") + "\n"


def _header(document: ET.Element, analysis: Analysis) -> None:
    header = ET.SubElement(document, "HEADER", MEDIA_FILE="", TIME_UNITS="milliseconds")
    if analysis.path:
        kind = _MEDIA.get(analysis.path.suffix.lower(), "unknown")
        url = analysis.path.absolute().as_uri()
        ET.SubElement(header, "MEDIA_DESCRIPTOR", MEDIA_URL=url, MIME_TYPE=kind)
    properties = {
        **about(analysis),
        "label": analysis.label,
        "lastUsedAnnotationId": 2 * len(analysis.segments) + len(analysis.missing),
    }
    for name, value in properties.items():
        text = value if isinstance(value, str) else json.dumps(value)
        ET.SubElement(header, "PROPERTY", NAME=name).text = shown(text)


def _times_ms(spans: Iterable[tuple[float, float]]) -> list[int]:
    """Start and end of each; each is at least a millisecond long."""
    times: list[int] = []
    for start_s, end_s in spans:
        start = max(round(1000 * start_s), times[-1] if times else 0)
        times += [start, max(round(1000 * end_s), start + 1)]
    return times


def _tier(document: ET.Element, name: str, texts: list[str], before: int, slots: int) -> None:
    """Add a tier; its annotations are numbered on from ``before``, its time slots from ``slots``."""
    tier = ET.SubElement(document, "TIER", LINGUISTIC_TYPE_REF=_TYPE, TIER_ID=name)
    for index, text in enumerate(texts):
        first = slots + 2 * index + 1
        places = {"TIME_SLOT_REF1": f"ts{first}", "TIME_SLOT_REF2": f"ts{first + 1}"}
        annotation = ET.SubElement(tier, "ANNOTATION")
        number = {"ANNOTATION_ID": f"a{before + index + 1}", **places}
        ET.SubElement(
            ET.SubElement(annotation, "ALIGNABLE_ANNOTATION", number), "ANNOTATION_VALUE"
        ).text = text
