"""Where a model comes from: recordings, speakers, settings and versions, as plain data for its manifest."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from ser_desktop import __version__
from ser_desktop.training.prepare import Material
from ser_desktop.training.windows import Example


def provenance(material: Material) -> dict[str, Any]:
    """Tell what was learned from, what was held out, and with which programs."""
    return {
        "program": f"ser-desktop {__version__}",
        "python": platform.python_version(),
        "cpu_cores": os.cpu_count(),  # sums in another order: the same seed differs in the last digits
        "libraries": {name: version(name) for name in ("keras", "tf-keras", "numpy", "scipy")},
        "clips": {
            "training": len(material.training),
            "validation": len(material.validation),
            "test": len(material.test),
            "unnamed_speakers": material.unnamed,
        },
        "corpora": {corpus.name: _corpus(material, corpus.name) for corpus in material.corpora},
    }


def licence(corpora: dict[str, Any]) -> str:
    """Return the terms of a model trained on these corpora, as :func:`provenance` tells them."""
    terms = "; ".join(f"{name}: {corpus['licence']}" for name, corpus in corpora.items())
    return (
        "A model carries the terms of the recordings that it was trained on: "
        f"{terms}. Where any of them forbids commercial use, so does the model."
    )


def _corpus(material: Material, name: str) -> dict[str, Any]:
    training, validation, test = (
        [example for example in part if example.corpus == name]
        for part in (material.training, material.validation, material.test)
    )
    used = [*training, *validation, *test]
    labels = Counter(material.labels[example.target] for example in used)
    corpus = next(corpus for corpus in material.corpora if corpus.name == name)
    return {
        "clips": len(used),
        "labels": {label: labels[label] for label in material.labels if labels[label]},
        "speakers": len(_speakers(used)),
        "training_speakers": _speakers(training),
        "validation_speakers": _speakers(validation) if material.strangers else [],
        "test_speakers": _speakers(test) if material.strangers else [],
        "skipped": material.skipped[name],
        "remarks": list(corpus.remarks),
        "licence": corpus.licence,
        "citation": corpus.citation,
    }


def _speakers(examples: Sequence[Example]) -> list[str]:
    return sorted({example.speaker for example in examples})
