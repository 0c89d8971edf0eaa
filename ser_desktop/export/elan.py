"""EAF 3.0 of ELAN: two tiers on one set of time slots, in milliseconds."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from ser_desktop.export.tables import about
from ser_desktop.export.words import segment_word, shown
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
    for index, time_ms in enumerate(_times_ms(analysis), 1):
        ET.SubElement(slots, "TIME_SLOT", TIME_SLOT_ID=f"ts{index}", TIME_VALUE=str(time_ms))
    count = len(analysis.segments)
    _tier(document, "emotion", [segment_word(one) for one in analysis.segments], 0)
    _tier(document, "confidence", [f"{one.prediction.confidence:.2f}" for one in analysis.segments], count)
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
        "lastUsedAnnotationId": 2 * len(analysis.segments),
    }
    for name, value in properties.items():
        text = value if isinstance(value, str) else json.dumps(value)
        ET.SubElement(header, "PROPERTY", NAME=name).text = shown(text)


def _times_ms(analysis: Analysis) -> list[int]:
    """Start and end of each utterance; each is at least a millisecond long."""
    times: list[int] = []
    for segment in analysis.segments:
        start = max(round(1000 * segment.start_s), times[-1] if times else 0)
        times += [start, max(round(1000 * segment.end_s), start + 1)]
    return times


def _tier(document: ET.Element, name: str, texts: list[str], before: int) -> None:
    """Add a tier; its annotations are numbered on from ``before``."""
    tier = ET.SubElement(document, "TIER", LINGUISTIC_TYPE_REF=_TYPE, TIER_ID=name)
    for index, text in enumerate(texts):
        places = {"TIME_SLOT_REF1": f"ts{2 * index + 1}", "TIME_SLOT_REF2": f"ts{2 * index + 2}"}
        annotation = ET.SubElement(tier, "ANNOTATION")
        number = {"ANNOTATION_ID": f"a{before + index + 1}", **places}
        ET.SubElement(
            ET.SubElement(annotation, "ALIGNABLE_ANNOTATION", number), "ANNOTATION_VALUE"
        ).text = text
