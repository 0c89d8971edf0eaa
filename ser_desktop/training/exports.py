"""A network's two files, with float weights and with 8-bit ones: which is kept.

The smaller one is, unless it loses too much on validation speakers.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping, Sequence

from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.measure import measure
from ser_desktop.training.windows import Example

FLOAT = "float"
DYNAMIC_RANGE = "dynamic_range"
WEIGHTS: Mapping[str, str] = {FLOAT: "float weights", DYNAMIC_RANGE: "8-bit weights"}
"""Names of the exports, in words."""

MOST_LOST = 0.005
"""UAR on validation speakers that a smaller file may lose."""


def keep_smallest(
    manifest: Manifest,
    exports: Mapping[str, bytes],
    validation: Sequence[Example],
    test: Sequence[Example],
    seed: int,
    on_clip: Callable[[], None] = lambda: None,
) -> tuple[Manifest, bytes]:
    """Measure every export, each with a temperature and a threshold of its own; return the one to keep.

    ``manifest`` has temperature 1; ``on_clip`` is called for each export as :func:`measure` calls it. The
    manifest returned tells of all exports in ``training``. Validation speakers choose.
    """
    measured = {
        name: measure(_of(manifest, content), content, validation, test, seed, on_clip)
        for name, content in exports.items()
    }
    figures = {
        name: {
            "bytes": len(exports[name]),
            "validation_uar": each.metrics["validation"]["all"]["uar"],
            "test_uar": each.metrics["test"]["all"]["uar"],
        }
        for name, each in measured.items()
    }
    kept = choose({name: (each["bytes"], each["validation_uar"]) for name, each in figures.items()})
    training = {**manifest.training, "exports": figures, "export": kept}
    return dataclasses.replace(measured[kept], training=training), exports[kept]


def choose(exports: Mapping[str, tuple[int, float]]) -> str:
    """Return the smallest export that loses no more than allowed; of each, bytes and UAR on validation.

    The float one loses nothing against itself, and so always qualifies.
    """
    _, best = exports[FLOAT]
    fit = [name for name, (_, uar) in exports.items() if round(best - uar, 6) <= MOST_LOST]
    return min(fit, key=lambda name: exports[name][0])


def told(manifest: Manifest) -> str:
    """Say which export is kept, and what each takes and is worth."""
    kept = manifest.training["export"]
    each = "; ".join(
        f"{WEIGHTS[name]} {figures['bytes'] / 1000:.0f} kB, validation UAR {figures['validation_uar']:.3f}"
        for name, figures in manifest.training["exports"].items()
    )
    return f"Kept: {WEIGHTS[kept]} ({each})."


def _of(manifest: Manifest, content: bytes) -> Manifest:
    return dataclasses.replace(manifest, sha256=hashlib.sha256(content).hexdigest())
