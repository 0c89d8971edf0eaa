"""Sound files of all formats, each changed somewhere in its header: always the same ones, by their number."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import soundfile

from tests.sounds import RATE_HZ

HEADER_BYTES = 512
SECONDS = 0.4
_SEED = 20_260_101
_RATES_HZ = (RATE_HZ, 8_000, 22_050, 44_100, 48_000)
_NOT_WRITTEN = {"RAW", "SD2"}  # no header; its header in a second file
_SUFFIXES = {
    "WAV": ".wav", "WAVEX": ".wave", "W64": ".w64", "RF64": ".rf64", "FLAC": ".flac", "OGG": ".ogg",
    "MP3": ".mp3", "AIFF": ".aiff", "AU": ".au", "CAF": ".caf",
}  # fmt: skip
_CHUNK = re.compile(rb"[A-Za-z ]{4}")
_EXTREMES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2**63 - 1)


@dataclass(frozen=True)
class Base:
    """A file that is whole: its format, subtype, byte order and content."""

    name: str
    suffix: str
    content: bytes


@cache
def bases() -> tuple[Base, ...]:
    """Write half a second in each format that libsndfile writes, in all its sample types and byte orders."""
    found: list[Base] = []
    for kind in sorted(set(soundfile.available_formats()) - _NOT_WRITTEN):
        for subtype in soundfile.available_subtypes(kind):
            for endian in ("FILE", "LITTLE", "BIG"):
                content = _stored(kind, subtype, endian) if _fits(kind, subtype, endian) else b""
                if content and content not in {one.content for one in found}:
                    found.append(Base(f"{kind} {subtype} {endian}", _SUFFIXES.get(kind, ".wav"), content))
    return tuple(found)


def mutant(number: int) -> tuple[str, bytes]:
    """Return the name and content of a mutant: one to three changes of the base whose turn it is."""
    rng = np.random.default_rng([_SEED, number])
    base = bases()[number * 71 % len(bases())]
    content, changes = bytearray(base.content), []
    for _ in range(rng.integers(1, 4)):
        change = CHANGES[rng.integers(len(CHANGES))]
        content = change(content, rng)
        changes.append(change.__name__.strip("_"))
    suffix = base.suffix if rng.random() < 0.9 else str(rng.choice(list(_SUFFIXES.values())))
    return f"{number} {base.name}, {' and '.join(changes)}{suffix}", bytes(content)


def _fits(kind: str, subtype: str, endian: str) -> bool:
    return bool(soundfile.check_format(kind, subtype, endian))


def _stored(kind: str, subtype: str, endian: str) -> bytes:
    for channels in (2, 1):
        for rate_hz in _RATES_HZ:
            time_s = np.arange(round(SECONDS * rate_hz)) / rate_hz
            sound = 0.3 * np.sin(2 * np.pi * 220 * time_s) * np.sin(2 * np.pi * 3 * time_s)
            file = io.BytesIO()
            try:
                soundfile.write(file, np.repeat(sound[:, None], channels, 1), rate_hz, subtype, endian, kind)
            except (soundfile.LibsndfileError, ValueError, AssertionError):
                continue
            return file.getvalue()
    return b""


def _near(content: bytearray, rng: np.random.Generator) -> int:
    """Return a place in the header."""
    return int(rng.integers(max(1, min(HEADER_BYTES, len(content)))))


def _bits_flipped(content: bytearray, rng: np.random.Generator) -> bytearray:
    for _ in range(rng.integers(1, 9)):
        at = _near(content, rng)
        content[at : at + 1] = bytes([content[at] ^ 1 << rng.integers(8)]) if content else b""
    return content


def _field_extreme(content: bytearray, rng: np.random.Generator) -> bytearray:
    size = int(rng.choice([1, 2, 4, 8]))
    at = _near(content, rng) // size * size if rng.random() < 0.7 else _near(content, rng)
    value = int(rng.choice(np.array(_EXTREMES, np.uint64))) & (1 << 8 * size) - 1
    content[at : at + size] = value.to_bytes(size, "little" if rng.random() < 0.5 else "big")
    return content


def _cut_off(content: bytearray, rng: np.random.Generator) -> bytearray:
    return content[: _near(content, rng) if rng.random() < 0.5 else int(rng.integers(len(content) + 1))]


def _chunk_size_lied(content: bytearray, rng: np.random.Generator) -> bytearray:
    chunks = [found.end() for found in _CHUNK.finditer(content, 0, HEADER_BYTES)]
    if not chunks:
        return _field_extreme(content, rng)
    at, order = int(rng.choice(chunks)), "<" if rng.random() < 0.5 else ">"
    sizes = (0, 1, 3, 16, len(content), 2 * len(content), 0x7FFFFFFF, 0xFFFFFFF0, 0xFFFFFFFF)
    content[at : at + 4] = struct.pack(f"{order}I", int(rng.choice(sizes)))
    return content


def _another_joined(content: bytearray, rng: np.random.Generator) -> bytearray:
    other = bases()[rng.integers(len(bases()))].content
    at = _near(content, rng) if rng.random() < 0.7 else len(content)
    return content[:at] + other[_near(bytearray(other), rng) if rng.random() < 0.5 else 0 :]


def _part_repeated(content: bytearray, rng: np.random.Generator) -> bytearray:
    at, size = _near(content, rng), int(rng.integers(1, 64))
    return content[:at] + content[at : at + size] * int(rng.integers(2, 20)) + content[at:]


def _part_left_out(content: bytearray, rng: np.random.Generator) -> bytearray:
    at = _near(content, rng)
    del content[at : at + int(rng.integers(1, 33))]
    return content


def _garbage(content: bytearray, rng: np.random.Generator) -> bytearray:
    at = _near(content, rng)
    content[at : at + int(rng.integers(1, 200))] = rng.bytes(int(rng.integers(1, 200)))
    return content


CHANGES: tuple[Callable[[bytearray, np.random.Generator], bytearray], ...] = (
    _bits_flipped, _field_extreme, _field_extreme, _cut_off, _chunk_size_lied, _chunk_size_lied,
    _another_joined, _part_repeated, _part_left_out, _garbage,
)  # fmt: skip
