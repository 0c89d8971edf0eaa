"""What a model's figures were measured on: strangers, or the voices that it learned from."""

from __future__ import annotations

import dataclasses
from typing import Any

from ser_desktop.inference.manifest import Manifest

STRANGERS, SAME_VOICES = "test", "same_voices"
"""Under which name a manifest keeps its figures: on speakers held out, or on recordings of known voices."""


def honest(manifest: Manifest, *, strangers: bool) -> Manifest:
    """Name the figures of a manifest that was just measured after whom they were measured on."""
    metrics = dict(manifest.metrics)
    if not strangers:
        metrics[SAME_VOICES] = metrics.pop(STRANGERS)
    return dataclasses.replace(manifest, metrics=metrics)


def judged(manifest: Manifest) -> dict[str, Any]:
    """Return the figures on strangers, or where there are none those on the same voices."""
    metrics = manifest.metrics
    return dict(metrics[STRANGERS] if STRANGERS in metrics else metrics[SAME_VOICES])
