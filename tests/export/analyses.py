"""Results to export, of every size and with every name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as numbers

from ser_desktop.results import Analysis, Course, Float32, Missing, Origin, Prediction, Segment

LABELS = ("anger", "neutral", "sadness")
ORIGIN = Origin("0.1.0", "general", 'The "general" model', "ab" * 32, LABELS, 3.0, 0.2, 0.4, 1.3)

# Names of files hold anything but a null and a slash: bytes that are no text come as surrogates.
names = st.text(
    st.one_of(
        st.characters(exclude_characters="\0/", exclude_categories=["Cs"]),
        st.sampled_from("\"'\n\r\t,;\\<>&|éあ😀\udcff"),
    ),
    min_size=1,
    max_size=20,
).filter(lambda name: name not in {".", ".."})

# A model's title and a note are texts of one line; both may be in any language.
lines = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), st.sampled_from("\"',;\\<>&|éあ😀")
    ),
    max_size=20,
)
origins = st.builds(
    lambda title, personal: replace(ORIGIN, title=title or "?", personal=personal), lines, st.booleans()
)


def predicted(weights: Float32) -> Prediction:
    """Return what such weights [C] say."""
    probabilities = (weights / weights.sum()).astype(np.float32)
    best = int(probabilities.argmax())
    label = LABELS[best] if probabilities[best] >= ORIGIN.unsure_below else None
    return Prediction(LABELS, probabilities, label)


_weights = numbers.arrays(np.float32, len(LABELS), elements=st.floats(0.0625, 1, width=32))
predictions = _weights.map(predicted)


@st.composite
def segments(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Draw utterances in their order; some begin where the one before ends."""
    gaps = st.one_of(st.just(0), st.integers(800, 200_000))
    spans = draw(st.lists(st.tuples(gaps, st.integers(4_000, 200_000)), max_size=8))
    edges = np.cumsum([0, *(samples for span in spans for samples in span)])
    pairs = list(pairwise((edges / 16_000).tolist()))[1::2]
    return tuple(Segment(start, end, draw(predictions)) for start, end in pairs)


@st.composite
def missing(draw: st.DrawFn) -> tuple[Missing, ...]:
    """Draw where sound is missing: moments, stretches, two at the same place; how much, or nobody knows."""
    found, at = [], 0
    for _ in range(draw(st.integers(0, 4))):
        at += draw(st.sampled_from([0, 1, 8]) | st.integers(0, 200_000))
        length = draw(st.just(0) | st.integers(0, 100_000))
        lost_s = draw(st.none() | st.integers(1, 200_000).map(lambda samples: samples / 16_000))
        found.append(Missing(at / 16_000, (at + length) / 16_000, lost_s))
        at += length
    return tuple(found)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """Draw an analysis: of a file, or of listening live."""
    said = draw(segments())
    times_s = draw(st.lists(st.integers(1, 500), unique=True, max_size=6).map(sorted))
    rows = [draw(predictions).probabilities for _ in times_s]
    name = draw(names)
    live = draw(st.booleans())
    return Analysis(
        name=name,
        duration_s=(said[-1].end_s if said else 0.0) + draw(st.integers(0, 100_000)) / 16_000,
        origin=draw(origins),
        segments=said,
        course=Course(
            LABELS,
            np.array([hop / 5 for hop in times_s], np.float64),
            np.array(rows, np.float32).reshape(-1, len(LABELS)),
        ),
        prediction=draw(predictions) if said else None,
        path=None if live else Path("/recordings") / name,
        began=datetime(2024, 5, 31, 12, tzinfo=UTC) if live else None,
        note=draw(lines),
        missing=draw(missing()),
    )


def long_analysis(count: int) -> Analysis:
    """Return an analysis of so many utterances, a second each."""
    one = predicted(np.array([0.7, 0.2, 0.1], np.float32))
    said = tuple(Segment(float(2 * k), 2 * k + 1.0, one) for k in range(count))
    answers = np.tile(one.probabilities, (count, 1))
    course = Course(LABELS, np.arange(1, 2 * count, 2, dtype=np.float64), answers)
    return Analysis("long.wav", 2.0 * count, ORIGIN, said, course, one, Path("/recordings/long.wav"))
