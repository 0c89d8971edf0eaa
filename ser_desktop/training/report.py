"""The model folder: weights, manifest and card, written whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import CARD_FILE, MANIFEST_FILE, MODEL_FILE, PICTURE_FILE, Manifest
from ser_desktop.inference.placing import aside, put, recover, staged
from ser_desktop.training.card import card
from ser_desktop.training.picture import picture

_FILES = {MODEL_FILE, MANIFEST_FILE, CARD_FILE, PICTURE_FILE}


def refuse_overwriting(folder: Path, *, replace: bool) -> None:
    """Raise :class:`UserError` where ``folder`` holds something that was not offered up.

    With ``replace`` a model is: a folder that holds the files of one, and nothing else.
    """
    if not folder.exists():
        return
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else {folder.name}
    if replace and (foreign := there - _FILES):
        raise UserError(
            "not-a-model",
            "{folder} holds more than a model and is not replaced.",
            "For example {name}. Nothing was changed.",
            "Choose another name with --out, or move these files away.",
            folder=str(folder),
            name=min(foreign),
        )
    if there and not replace:
        raise UserError(
            "exists",
            "{folder} already exists.",
            "Nothing was changed.",
            "Choose another name with --out, or add --replace.",
            folder=str(folder),
        )


def write_model(folder: Path, manifest: Manifest, content: bytes, *, replace: bool) -> None:
    """Write a model folder; an older one with that name is only given up once the new one is complete."""
    refuse_overwriting(folder, replace=replace)
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise ValueError("the manifest describes other weights")
    recover(folder.parent)
    with aside(folder.parent) as place:
        fresh = staged(place)
        (fresh / MODEL_FILE).write_bytes(content)
        (fresh / MANIFEST_FILE).write_text(manifest.to_json(), encoding="utf-8")
        (fresh / CARD_FILE).write_text(card(manifest), encoding="utf-8")
        (fresh / PICTURE_FILE).write_bytes(picture(manifest))
        put(place, folder, [folder] if folder.exists() else [])
