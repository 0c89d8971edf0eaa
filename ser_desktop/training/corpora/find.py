"""Where a person's copies of the official corpora lie: folders with the standard names, under one root."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.training.corpora.load import canonical
from ser_desktop.training.corpora.official import OFFICIAL

VARIABLE = "SER_CORPORA"


def find_corpora(names: Iterable[str], root: Path | None) -> tuple[tuple[str, Path], ...]:
    """Folders of these corpora under ``root``; None means where the environment says (SER_CORPORA).

    A folder's name may be written as on the command line or as the corpus writes itself: ``crema_d``,
    ``CREMA-D``.

    Raises
    ------
    UserError
        Nobody said where to look, there is no such folder, or corpora are missing in it.
    """
    if root is None and not os.environ.get(VARIABLE):
        raise UserError(
            "no-recordings",
            "It is not known where the recordings are.",
            "Neither --recordings nor the environment variable {variable} names their folder.",
            "Give --recordings DIR, where DIR holds a folder for each corpus; or each by --corpus NAME=DIR.",
            variable=VARIABLE,
        )
    root = (root or Path(os.environ[VARIABLE])).expanduser()
    if not root.is_dir():
        raise UserError(
            "no-recordings",
            "The folder of the recordings is not there.",
            "Looked for {folder}.",
            "Check the path.",
            folder=str(root),
        )
    there = {canonical(folder.name): folder for folder in sorted(root.iterdir()) if folder.is_dir()}
    wanted = tuple(names)
    if missing := [name for name in wanted if name not in there]:
        sources = "; ".join(f"{name}: {OFFICIAL[name].citation}" for name in missing)
        raise UserError(
            "missing-corpora",
            "Recordings are missing: {missing}.",
            "{folder} holds no folder of that name.",
            "Get them as published ({sources}) and put each into a folder of its name in there; or give the "
            "corpora that you have with --corpus NAME=DIR.",
            missing=", ".join(missing),
            folder=str(root),
            sources=sources,
        )
    return tuple((name, there[name]) for name in wanted)
