"""From a folder to a corpus: walking, skipping and counting, once for all corpora."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ser_desktop.audio.files import AudioFile
from ser_desktop.errors import Phrase, UserError
from ser_desktop.training.corpora.clip import Clip, Corpus, Sex, Skipped, left_out
from ser_desktop.training.corpora.official import OFFICIAL, Naming
from ser_desktop.training.corpora.own import CSV_LAYOUT, FOLDER_LAYOUT, folder_clips, table_clips

NAMES = (*OFFICIAL, "folder", "csv")
"""What can be given as the name of a corpus."""

OWN_LICENCE = "the user's own recordings"

_READABLE = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".w64", ".caf"}
_UNREADABLE = {".m4a", ".mp4", ".aac", ".wma", ".amr", ".3gp", ".webm"}  # phones write these: to be named


def parse_corpus_argument(text: str) -> tuple[str, Path]:
    """Read ``NAME=DIR`` as given on the command line: ("emodb", Path(DIR)).

    Raises
    ------
    UserError
        There is no such name, or no folder behind it.
    """
    name, equals, folder = text.partition("=")
    name = canonical(name)
    if name not in NAMES or not equals or not folder.strip():
        raise UserError(
            "unknown-corpus",
            "“{text}” does not name a corpus.",
            "A corpus is given as NAME=DIR.",
            "NAME is one of: {names}.",
            text=text,
            names=", ".join(NAMES),
        )
    return name, Path(folder.strip()).expanduser()


def canonical(name: str) -> str:
    """Write a corpus's name as :data:`NAMES` does: "CREMA-D" is "cremad"."""
    return name.strip().lower().replace("-", "").replace("_", "")


def load_corpus(
    name: str, folder: Path, on_file: Callable[[int, int], None] = lambda _done, _total: None
) -> Corpus:
    """Find every recording of a corpus.

    A recording whose name cannot be understood, whose header cannot be read or that is there twice is left
    out and listed in ``skipped``; whatever is not a recording by its suffix is ignored. Only headers are
    read, so damage further inside shows when the clip is read.

    Parameters
    ----------
    name
        One of :data:`NAMES`.
    folder
        Where the corpus lies: its top folder or any above or below it; for ``csv`` the table.
    on_file
        Called as each file was looked at, with the number of those and of all.

    Raises
    ------
    UserError
        No such name or folder, or not a single usable recording.
    """
    if name not in NAMES:
        raise UserError(
            "unknown-corpus",
            "There is no corpus “{name}”.",
            "",
            "Use: {names}.",
            name=name,
            names=", ".join(NAMES),
        )
    if not folder.exists():
        raise UserError(
            "corpus-not-found",
            "The recordings are not there.",
            "Looked for {folder}.",
            "Check the path.",
            folder=str(folder),
        )
    if name == "csv":
        return _corpus(name, folder, table_clips(folder), CSV_LAYOUT, on_file)
    if name == "folder":
        return _corpus(name, folder, folder_clips(folder, recordings(folder)), FOLDER_LAYOUT, on_file)
    naming = OFFICIAL[name]
    return replace(
        _corpus(name, folder, _official_clips(name, naming, recordings(folder)), naming.layout, on_file),
        licence=naming.licence,
        citation=naming.citation,
        remarks=naming.remarks,
    )


def recordings(folder: Path) -> list[Path]:
    """Every file below a folder that is a recording by its suffix, in the order a person would give.

    Hidden files are left out: among them are the shadows that macOS writes beside real recordings.
    """
    found = (
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _READABLE | _UNREADABLE and not path.name.startswith(".") and path.is_file()
    )
    return sorted(found, key=lambda path: ([_natural(part) for part in path.relative_to(folder).parts], path))


def _natural(name: str) -> list[tuple[int, str]]:
    """Key by which "Actor_2" comes before "Actor_10"."""
    pieces = re.split(r"(\d+)", name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]


def _official_clips(name: str, naming: Naming, paths: Iterable[Path]) -> Iterator[Clip | Skipped]:
    """Read the names; an official name is unique, so a second one is a copy (several downloads have them)."""
    seen: dict[str, Path] = {}
    for path in paths:
        match = naming.match(path)
        if match is None:
            yield left_out(path, Phrase("the name does not follow {layout}"), layout=naming.layout)
        elif match[0].upper() in naming.silent:
            yield left_out(path, Phrase("officially without sound"))
        elif (first := seen.setdefault(match[0].upper(), path)) is not path:
            yield left_out(path, Phrase("a copy of {first}"), first=str(first))
        else:
            groups = {key: value.upper() for key, value in match.groupdict().items()}
            yield Clip(
                path=path,
                corpus=name,
                speaker=f"{name}/{naming.speaker(groups)}",
                sex=naming.sex(groups),
                label=naming.labels[groups["emotion"]],
                channel=naming.channel,
            )


def _corpus(
    name: str,
    folder: Path,
    items: Iterable[Clip | Skipped],
    layout: str,
    on_file: Callable[[int, int], None],
) -> Corpus:
    """Check the headers, settle each speaker's sex, and refuse an empty corpus."""
    items, checked = list(items), []
    for item in items:
        checked.append(_readable(item))
        on_file(len(checked), len(items))
    clips = [item for item in checked if isinstance(item, Clip)]
    skipped = tuple(item for item in checked if isinstance(item, Skipped))
    if not clips:
        raise _empty(folder, layout, skipped)
    sexes = _sexes(clips)
    return Corpus(
        name=name,
        clips=tuple(replace(clip, sex=sexes[clip.speaker]) for clip in clips),
        skipped=skipped,
        licence=OWN_LICENCE,
        citation="",
    )


def _readable(item: Clip | Skipped) -> Clip | Skipped:
    """Pass a clip on if its header can be read and its channel is there."""
    if isinstance(item, Skipped):
        return item
    try:
        with AudioFile(item.path, item.channel):
            return item
    except UserError as error:
        return Skipped(item.path, error)


def _sexes(clips: Iterable[Clip]) -> dict[str, Sex]:
    """Sex of each speaker: what most of the clips say, where they say anything."""
    votes: dict[str, Counter[Sex]] = {}
    for clip in clips:
        votes.setdefault(clip.speaker, Counter())[clip.sex] += clip.sex != "unknown"
    return {speaker: count.most_common(1)[0][0] for speaker, count in votes.items()}


def _empty(folder: Path, layout: str, skipped: tuple[Skipped, ...]) -> UserError:
    """Say what was expected, and what was there instead."""
    title = Phrase("No recording in {folder} can be used.")
    remedy = Phrase("Check the folder, and how what it holds is called.")
    if not skipped:
        detail = Phrase("Expected: {layout}. Found no recordings at all.")
        return UserError("empty-corpus", title, detail, remedy, folder=str(folder), layout=layout)
    return UserError(
        "empty-corpus",
        title,
        "Expected: {layout}. Found {count} that could not be used, such as {path}: {reason}.",
        remedy,
        folder=str(folder),
        layout=layout,
        count=len(skipped),
        path=str(skipped[0].path),
        reason=skipped[0].reason.rstrip("."),
    )
