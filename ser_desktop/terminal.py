"""How results read in a terminal: lines for people, plain data for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ser_desktop.engine.pipeline import Step
from ser_desktop.results import Analysis, Device, Origin, Prediction, Segment, State


def prediction_data(prediction: Prediction | None) -> dict[str, Any]:
    """Return a prediction as plain data; probabilities rounded to 4 digits."""
    if prediction is None:
        return {"label": None, "probabilities": None}
    pairs = zip(prediction.labels, prediction.probabilities.tolist(), strict=True)
    return {"label": prediction.label, "probabilities": {label: round(p, 4) for label, p in pairs}}


def segment_data(segment: Segment) -> dict[str, Any]:
    """Return an utterance as plain data."""
    times = {"start_s": round(segment.start_s, 3), "end_s": round(segment.end_s, 3)}
    return {**times, **prediction_data(segment.prediction)}


def analysis_data(analysis: Analysis) -> dict[str, Any]:
    """Return what a recording sounded like as plain data; ``label`` is a word even where unsure."""
    return {
        "file": str(analysis.path or analysis.name),
        "duration_s": round(analysis.duration_s, 3),
        "note": analysis.note,
        "missing": [asdict(one) for one in analysis.missing],
        "model": analysis.origin.model,
        "origin": origin_data(analysis.origin),
        **prediction_data(analysis.prediction),
        "label": analysis.label,
        "segments": [segment_data(segment) for segment in analysis.segments],
    }


def origin_data(origin: Origin) -> dict[str, Any]:
    """Return what made results as plain data: program, model and settings."""
    return {**asdict(origin), "labels": list(origin.labels)}


def step_data(step: Step) -> dict[str, Any]:
    """Return one live decision as plain data."""
    segment = segment_data(step.segment) if step.segment else None
    times = {"time_s": round(step.time_s, 3), "state": step.state.value}
    return {**times, **prediction_data(step.prediction), "segment": segment}


def step_text(step: Step) -> str:
    """Return one line for people; it only changes when what they would read changes."""
    if step.segment:
        return segment_line(step.segment)
    if step.prediction is None:
        return "" if step.state is State.LISTENING else step.state.value
    return step.prediction.label or State.UNSURE.value


def segment_line(segment: Segment) -> str:
    """Return an utterance as a line: when, how it sounded, how sure."""
    word = segment.prediction.label or State.UNSURE.value
    ranked = ", ".join(f"{label} {100 * p:.0f} %" for label, p in segment.prediction.ranked[:3])
    return f"{segment.start_s:8.1f} to {segment.end_s:5.1f} s  {word:10} ({ranked})"


def analysis_text(analysis: Analysis) -> str:
    """Return what a recording sounded like, for people."""
    sure = f" {100 * analysis.prediction.confidence:.0f} %" if analysis.prediction else ""
    head = f"{analysis.path or analysis.name}: {analysis.label}{sure} ({analysis.duration_s:.1f} s)"
    note = [f"    {analysis.note}"] if analysis.note else []
    missing = [f"{one.start_s:8.1f} to {one.end_s:5.1f} s  sound is missing" for one in analysis.missing]
    return "\n".join([head, *note, *missing, *(segment_line(segment) for segment in analysis.segments)])


def device_text(device: Device) -> str:
    """Return a device as a line."""
    notes = [
        *(["default"] if device.is_default else []),
        *(["what the computer plays, not a microphone"] if device.is_monitor else []),
    ]
    note = f" ({', '.join(notes)})" if notes else ""
    return f"{device.id.name}{note}: {device.id.host_api}, {device.rate_hz} Hz, {device.channels} channels"
