"""Sound files of every kind and with every fault, made on the spot; and what is to be said of each."""

from __future__ import annotations

import os
import socket
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from ser_desktop.results import Float32

RATE_HZ = 16_000
SECONDS = 2.0

ANSWER = "an answer"
NOTED = "an answer, and that the file is cut off, or holds what is no number"


@dataclass(frozen=True)
class Input:
    """One thing that is dropped in.

    ``make`` puts it at a path; ``expected`` is the code of the fault, or :data:`ANSWER` or :data:`NOTED`; one
    of several where libsndfile's releases differ.
    """

    name: str
    expected: tuple[str, ...]
    make: Callable[[Path], object]
    as_nobody: bool = False


def sound(seconds: float = SECONDS, rate_hz: int = RATE_HZ, channels: int = 1) -> Float32:
    """Make noise, quiet, [n, channels]."""
    rng = np.random.default_rng(5)
    return (0.05 * rng.standard_normal((max(1, round(seconds * rate_hz)), channels))).astype(np.float32)


def stored(
    kind: str,
    subtype: str | None = None,
    *,
    rate_hz: int = RATE_HZ,
    channels: int = 1,
    samples: Float32 | None = None,
) -> Callable[[Path], None]:
    """Write a sound file of this kind."""
    data = sound(rate_hz=rate_hz, channels=channels) if samples is None else samples

    def make(path: Path) -> None:
        with path.open("wb") as file:
            soundfile.write(file, data, rate_hz, format=kind, subtype=subtype)

    return make


def cut(make: Callable[[Path], None], keep: float) -> Callable[[Path], None]:
    """Leave only the first part of what ``make`` writes, as a fraction."""

    def cut_off(path: Path) -> None:
        make(path)
        os.truncate(path, int(path.stat().st_size * keep))

    return cut_off


def changed(make: Callable[[Path], None], *changes: tuple[int, bytes]) -> Callable[[Path], None]:
    """Write these bytes at these places over what ``make`` writes."""

    def change(path: Path) -> None:
        make(path)
        with path.open("r+b") as file:
            for at, content in changes:
                file.seek(at)
                file.write(content)

    return change


def content(data: bytes) -> Callable[[Path], object]:
    """Write these bytes."""
    return lambda path: path.write_bytes(data)


def header(rate_hz: int = RATE_HZ, channels: int = 1, bits: int = 16, code: int = 1, data: int = 0) -> bytes:
    """Make a WAV's header that may say anything."""
    frame = max(1, channels * bits // 8) & 0xFFFF
    form = struct.pack("<HHIIHH", code, channels, rate_hz, rate_hz * frame & 0xFFFFFFFF, frame, bits)
    riff = b"RIFF" + struct.pack("<I", (36 + data) & 0xFFFFFFFF) + b"WAVE"
    return riff + b"fmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", data & 0xFFFFFFFF)


def sparse(path: Path) -> None:
    """Make three gigabytes of silence that take no room on the disk: 122 s of 8 channels at 384 kHz."""
    size = 3_000_000_000
    path.write_bytes(header(384_000, 8, 64, code=3, data=size))
    os.truncate(path, len(header()) + size)


def picture() -> bytes:
    """Make a small picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(20))) + chunk(b"IEND", b"")


def garbage(size: int) -> bytes:
    """Make reproducible random bytes."""
    return np.random.default_rng(11).integers(0, 256, size, np.uint8).tobytes()


def id3(size: int) -> bytes:
    """Make the tag that stands before the sound of many MP3s, with nothing in it."""
    return b"ID3\x04\x00\x00" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0)) + bytes(size)


def unix_socket(path: Path) -> None:
    """Make a socket; its name must be short."""
    with socket.socket(socket.AF_UNIX) as server:
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            server.bind(path.name)
        finally:
            os.chdir(before)


def unreadable(path: Path) -> None:
    """Make a file that nobody may read."""
    stored("WAV")(path)
    path.chmod(0)


def below_a_file(path: Path) -> None:
    """Make a file where the path expects a folder."""
    path.parent.write_bytes(b"no folder")


SILENCE = np.zeros((round(SECONDS * RATE_HZ), 1), np.float32)
SQUARE = np.where(np.arange(round(SECONDS * RATE_HZ)) // 40 % 2, 1.0, -1.0).astype(np.float32)[:, None]


def spoiled(value: float) -> Float32:
    """Make noise in which every hundredth sample is ``value``."""
    samples = sound()
    samples[::100] = value
    return samples


# Of each kind: how its file ends, format and subtype, and what is said of it when its second half is missing.
KINDS = {
    "pcm16": (".wav", "WAV", "PCM_16", (NOTED,)),
    "float": (".wav", "WAV", "FLOAT", (NOTED,)),
    "ulaw": (".wav", "WAV", "ULAW", (NOTED,)),
    "ima-adpcm": (".wav", "WAV", "IMA_ADPCM", (NOTED,)),
    "ms-adpcm": (".wav", "WAV", "MS_ADPCM", (NOTED,)),
    "gsm": (".wav", "WAV", "GSM610", (NOTED,)),
    "extensible": (".wav", "WAVEX", "PCM_24", (NOTED,)),
    "rf64": (".rf64", "RF64", "PCM_16", (NOTED,)),
    "w64": (".w64", "W64", "PCM_16", (NOTED,)),
    "aiff": (".aiff", "AIFF", "PCM_16", (NOTED,)),
    "au": (".au", "AU", "PCM_16", (NOTED,)),
    "caf": (".caf", "CAF", "PCM_16", (NOTED, "damaged-audio")),
    "flac": (".flac", "FLAC", "PCM_16", ("damaged-audio",)),
    "vorbis": (".ogg", "OGG", "VORBIS", (NOTED, "damaged-audio")),
    "opus": (".opus", "OGG", "OPUS", (NOTED, "damaged-audio")),
    "mp3": (".mp3", "MP3", "MPEG_LAYER_III", (NOTED,)),
}


def inputs() -> Iterator[Input]:
    """Yield them all."""
    for name, (suffix, kind, subtype, halved) in KINDS.items():
        whole = stored(kind, subtype)
        yield Input(f"{name}{suffix}", (ANSWER,), whole)
        yield Input(f"{name}-half{suffix}", halved, cut(whole, 0.5))
        yield Input(f"{name}-begun{suffix}", (NOTED, "damaged-audio", "too-short"), cut(whole, 0.02))
    for subtype in ("PCM_U8", "PCM_24", "PCM_32", "DOUBLE", "ALAW"):
        yield Input(f"{subtype.lower()}.wav", (ANSWER,), stored("WAV", subtype))
    for rate_hz in (8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000):
        yield Input(f"{rate_hz}-hz.wav", (ANSWER,), stored("WAV", rate_hz=rate_hz))
    for channels in range(2, 9):
        yield Input(f"{channels}-channels.wav", (ANSWER,), stored("WAV", channels=channels))
    yield Input("500-channels.wav", (ANSWER,), stored("WAV", rate_hz=8_000, channels=500))
    yield from _odd_samples()
    yield from _odd_headers()
    yield from _no_sound()
    yield from _odd_places()


def _odd_samples() -> Iterator[Input]:
    for name, value in (("nan", np.nan), ("infinity", np.inf), ("beyond", 1e30)):
        yield Input(f"{name}.wav", (NOTED,), stored("WAV", "FLOAT", samples=spoiled(value)))
    nothing = np.full_like(SILENCE, np.nan)
    yield Input("only-nan.wav", ("damaged-audio",), stored("WAV", "DOUBLE", samples=nothing))
    yield Input("silence.wav", (ANSWER,), stored("WAV", samples=SILENCE))
    yield Input("square-0-db.wav", (ANSWER,), stored("WAV", samples=SQUARE))
    yield Input("one-sample.wav", ("too-short",), stored("WAV", samples=SQUARE[:1]))
    yield Input("a-fifth-of-a-second.flac", ("too-short",), stored("FLAC", samples=SQUARE[:3200]))


def _odd_headers() -> Iterator[Input]:
    wav, second = stored("WAV"), garbage(2 * RATE_HZ)
    yield Input("header-only.wav", ("empty-audio",), content(header()))
    yield Input("half-a-header.wav", ("damaged-audio",), content(header()[:20]))
    yield Input("no-data-chunk.wav", ("damaged-audio",), content(header()[:36]))
    yield Input("claims-4-gb.wav", (NOTED,), content(header(data=0xFFFFFFF0) + second))
    yield Input("from-a-pipe.wav", (ANSWER, NOTED), content(header(data=0xFFFFFFFF) + second))
    yield Input(
        "never-finished.wav", (ANSWER, "empty-audio", "damaged-audio"), content(header(data=0) + second)
    )
    yield Input("no-rate.wav", ("damaged-audio",), content(header(0, data=len(second)) + second))
    yield Input(
        "4-ghz.wav", ("damaged-audio", "too-short"), content(header(4_000_000_000, data=32_000) + second)
    )
    yield Input(
        "2-ghz.wav", ("damaged-audio", "too-short"), content(header(2_000_000_000, data=32_000) + second)
    )
    yield Input("1-hz.wav", ("damaged-audio",), content(header(1, data=64) + second[:64]))
    yield Input("no-channels.wav", ("damaged-audio",), content(header(channels=0, data=32_000) + second))
    yield Input(
        "65535-channels.wav", ("damaged-audio",), content(header(channels=65_535, data=32_000) + second)
    )
    yield Input("no-bits.wav", ("damaged-audio", ANSWER), content(header(bits=0, data=32_000) + second))
    yield Input(
        "unknown-code.wav", ("damaged-audio", ANSWER), content(header(code=0x4242, data=32_000) + second)
    )
    yield Input("3-gb-sparse.wav", (ANSWER,), sparse)
    yield Input("riff-of-garbage.wav", ("damaged-audio",), content(header()[:12] + garbage(5_000)))
    yield Input("spoiled.flac", ("damaged-audio", ANSWER), changed(stored("FLAC"), (20_000, garbage(9_000))))
    yield Input(
        "spoiled.ogg", (ANSWER, NOTED, "damaged-audio"), changed(stored("OGG"), (6_000, garbage(900)))
    )
    yield Input(
        "spoiled.mp3", (ANSWER, NOTED, "damaged-audio"), changed(stored("MP3"), (3_000, garbage(900)))
    )
    yield Input("spoiled.wav", (ANSWER,), changed(wav, (1_000, garbage(9_000))))
    yield Input("endless.flac", ("unknown-length",), changed(stored("FLAC"), (21, b"\xf0\0\0\0\0")))
    yield Input("tag-and-garbage.mp3", ("damaged-audio", "not-audio"), content(id3(100) + garbage(20_000)))
    yield Input("tag-only.mp3", ("damaged-audio", "not-audio"), content(id3(100)))
    yield Input("tag-and-sound.mp3", (ANSWER,), _tagged)


def _tagged(path: Path) -> None:
    stored("MP3")(path)
    path.write_bytes(id3(1_000) + path.read_bytes())


def _no_sound() -> Iterator[Input]:
    for suffix in (".wav", ".mp3", ".flac", ".ogg", ".aiff"):
        yield Input(f"garbage{suffix}", ("not-audio", "damaged-audio"), content(garbage(30_000)))
    yield Input("empty.wav", ("empty-audio",), Path.touch)
    yield Input("one-byte.wav", ("not-audio",), content(b"R"))
    yield Input("zeros.wav", ("not-audio",), content(bytes(100_000)))
    yield Input("letter.wav", ("not-audio",), content(b"Dear Sir or Madam, this is no sound at all.\n" * 99))
    yield Input(
        "page.mp3", ("not-audio",), content(b"<!DOCTYPE html><html><body>404 Not Found</body></html>")
    )
    yield Input("picture.wav", ("not-audio",), content(picture()))
    yield Input("archive.flac", ("not-audio",), content(b"PK\x03\x04" + garbage(5_000)))
    yield Input("dump.wav", ("not-audio",), changed(stored("SDS", "PCM_16"), (300, garbage(500))))
    yield Input(
        "notes.mid", ("not-audio",), content(b"MThd\0\0\0\x06\0\0\0\x01\0\x60MTrk\0\0\0\x04\0\xff\x2f\0")
    )


def _odd_places() -> Iterator[Input]:
    wav = stored("WAV")
    yield Input("sound.mp3", (ANSWER,), wav)
    yield Input("mp3.wav", (ANSWER,), stored("MP3"))
    yield Input("without-suffix", (ANSWER,), stored("FLAC"))
    yield Input("flac.txt", (ANSWER,), stored("FLAC"))
    yield Input("Ärger, 怒り 😠.wav", (ANSWER,), wav)
    yield Input("n" * 250 + ".wav", (ANSWER,), wav)
    yield Input("  two\nlines\t.wav", (ANSWER,), wav)
    yield Input(os.fsdecode(b"S\xe4tze.wav"), (ANSWER,), wav)
    yield Input("folder.wav", ("not-a-file",), Path.mkdir)
    yield Input("deleted.wav", ("file-not-found",), lambda _path: None)
    yield Input("a-file/clip.wav", ("file-not-found",), below_a_file)
    yield Input("dangling.wav", ("file-not-found",), lambda path: path.symlink_to("nowhere.wav"))
    yield Input("loop.wav", ("file-not-readable",), lambda path: path.symlink_to(path.name))
    yield Input("link.wav", (ANSWER,), _linked)
    yield Input("pipe.wav", ("not-a-file",), os.mkfifo)
    yield Input("socket.wav", ("not-a-file",), unix_socket)
    yield Input("zero.wav", ("not-a-file",), lambda path: path.symlink_to("/dev/zero"))
    yield Input("unreadable.wav", ("no-permission",), unreadable, as_nobody=True)


def _linked(path: Path) -> None:
    stored("WAV")(path.with_name("behind-a-link.wav"))
    path.symlink_to("behind-a-link.wav")
