"""The model folder: weights, manifest and card, written whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import CARD_FILE, MANIFEST_FILE, MODEL_FILE, Manifest


def refuse_overwriting(folder: Path, *, replace: bool) -> None:
    """Raise :class:`UserError` where ``folder`` already holds something and was not offered up."""
    if not replace and folder.exists() and any(folder.iterdir()):
        raise UserError(
            "exists",
            f"{folder} already exists.",
            "Nothing was changed.",
            "Choose another name with --out, or add --replace.",
        )


def write_model(folder: Path, manifest: Manifest, content: bytes, *, replace: bool) -> None:
    """Write a model folder; an older one with that name is only given up once the new one is complete."""
    refuse_overwriting(folder, replace=replace)
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise ValueError("the manifest describes other weights")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    fresh.chmod(0o755)
    (fresh / MODEL_FILE).write_bytes(content)
    (fresh / MANIFEST_FILE).write_text(manifest.to_json(), encoding="utf-8")
    (fresh / CARD_FILE).write_text(card(manifest), encoding="utf-8")
    if folder.exists():
        old = fresh.with_name(f"{fresh.name}-old")
        folder.replace(old)
        fresh.replace(folder)
        shutil.rmtree(old)
    else:
        fresh.replace(folder)


def card(manifest: Manifest) -> str:
    """Return the model card: what it is for, what it learned from, what it is worth, what it is not for."""
    training = manifest.training
    test = manifest.metrics["test"]
    overall = test["all"]
    parts = [
        f"# {manifest.title}",
        f"Hears {len(manifest.labels)} emotions in a voice: {', '.join(manifest.labels)}. "
        f"An attention BiLSTM with {training['parameters']:,} parameters over {manifest.window_s:g} s of "
        f"{manifest.spec.features} features, in TensorFlow Lite.",
        "## What it is worth on voices that it never met",
        f"UAR {_percent(overall['uar'])} (95 % interval over speakers {_interval(overall)}; chance "
        f"{_percent(overall['chance_uar'])}), accuracy {_percent(overall['accuracy'])} (majority class "
        f"{_percent(overall['majority_accuracy'])}), macro-F1 {_percent(overall['macro_f1'])}, expected "
        f"calibration error {overall['expected_calibration_error']:.3f}; {overall['clips']} clips of "
        f"{overall['speakers']} speakers, one training run (seed {training['seed']}). Measured on the "
        "`.tflite` by the program's own runtime.",
        _table("corpus or sex", {**test["corpora"], **test["sexes"]}),
        _recall_table(manifest.labels, overall),
        _not_held_out(training),
        "## What it learned from",
        _data_table(training["corpora"]),
        "Speakers of training, validation and test are disjoint. Epoch, temperature and the unsure "
        "threshold were chosen on validation speakers.",
        "## Use",
        "For people who want to see how a voice sounds: study of voices, acting and speech training, "
        "research, curiosity. It names how a voice sounds to listeners of acted speech, not what a person "
        "feels. Not for judging people: not at work, not in school, not in hiring, care, policing or "
        "credit; the EU's AI Act forbids emotion inference at work and in education.",
        "## Limits",
        "Most of the speech that it heard was acted, in few languages, by adults, close to a microphone. "
        "On other voices, languages, rooms and on everyday speech it is worse than the figures above. "
        "Happiness is often taken for anger or neutral speech.",
        "## Licence",
        manifest.licence,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(first: str, groups: dict[str, dict[str, Any]]) -> str:
    head = f"| {first} | speakers | clips | classes | UAR | 95 % interval | accuracy |\n|{'---|' * 7}"
    rows = [
        f"| {name} | {f['speakers']} | {f['clips']} | {len(f['recall'])} | {_percent(f['uar'])} | "
        f"{_interval(f)} | {_percent(f['accuracy'])} |"
        for name, f in groups.items()
    ]
    return "\n".join([head, *rows])


def _recall_table(labels: tuple[str, ...], figures: dict[str, Any]) -> str:
    head = f"| spoken ↓ heard → | {' | '.join(labels)} | recall |\n|{'---|' * (len(labels) + 2)}"
    rows = [
        f"| {label} | {' | '.join(str(count) for count in row)} | {_percent(figures['recall'][label])} |"
        for label, row in zip(labels, figures["confusion"], strict=True)
        if label in figures["recall"]
    ]
    return "\n".join([head, *rows])


def _not_held_out(training: dict[str, Any]) -> str:
    names = [name for name, corpus in training["corpora"].items() if not corpus["test_speakers"]]
    if not names:
        return ""
    return f"No figure for {', '.join(names)}: too few speakers to hold any out, so all were trained on."


def _data_table(corpora: dict[str, Any]) -> str:
    head = "| corpus | clips | speakers | held out: validation, test | licence |\n|---|---|---|---|---|"
    rows = [
        f"| {name} | {c['clips']} | {c['speakers']} | {len(c['validation_speakers'])}, "
        f"{len(c['test_speakers'])} | {c['licence']} |"
        for name, c in corpora.items()
    ]
    sources = [f"- {name}: {c['citation']}" for name, c in corpora.items() if c["citation"]]
    return "\n".join([head, *rows, "", *sources])


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _interval(figures: dict[str, Any]) -> str:
    low, high = figures["uar_interval_95"]
    return f"{100 * low:.1f} to {100 * high:.1f}"
