"""Sound out: a clip, or a stretch of a file of any length, through the system's loudspeaker.

Two threads meet here. The player's own opens the device, reads ahead and closes it; PortAudio's callback
copies what was read, counts it and notes the time. Blocks go from one to the other through a deque, whose two
ends are each used by one of them; no block is written again. Whoever asks for the position waits for neither.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from ser_desktop.audio import devices
from ser_desktop.audio.resample import Resampler
from ser_desktop.errors import UserError
from ser_desktop.results import Float32

_log = logging.getLogger(__name__)

_BLOCK_S = 0.25
_AHEAD_BLOCKS = 4
_TICK_S = 0.01
_LATENCY_S = 0.3  # a busy machine leaves no hole; the position takes it into account
_SILENT_S = 2.0  # no callback for so long: the loudspeaker is gone
_PATIENCE_S = 1.0


class Sound(Protocol):
    """What can be played: :class:`~ser_desktop.audio.files.AudioFile`, :class:`Samples`."""

    @property
    def rate_hz(self) -> int:
        """Samples a second."""

    @property
    def n_samples(self) -> int:
        """How many there are."""

    def span(self, start: int, end: int) -> Float32:
        """Return the samples [n] from ``start`` up to ``end``; fewer where they end."""


@dataclass(frozen=True)
class Samples:
    """Samples [n] in memory, as a sound that can be played."""

    samples: Float32
    rate_hz: int

    @property
    def n_samples(self) -> int:
        """How many there are."""
        return len(self.samples)

    def span(self, start: int, end: int) -> Float32:
        """Return those from ``start`` up to ``end``."""
        return self.samples[start:end]


class Player:
    """Plays one sound at a time; no call waits for a device, and all are made from one thread."""

    def __init__(self) -> None:
        self._playing: _Playing | None = None

    @property
    def playing(self) -> bool:
        """Whether something is played, or about to be."""
        return self._playing is not None and self._playing.alive

    @property
    def finished(self) -> bool:
        """Whether the last sound was played to its end, without a fault and without being stopped."""
        return self._playing is not None and self._playing.finished

    @property
    def position_samples(self) -> int:
        """Sample of the sound that is heard now; 0 if nothing was played yet."""
        return self._playing.position_samples if self._playing is not None else 0

    @property
    def error(self) -> UserError | None:
        """Why the last sound could not be played (no loudspeaker, a damaged file); None where it could."""
        return self._playing.error if self._playing is not None else None

    def start(self, sound: Sound, at_sample: int = 0, end_sample: int | None = None) -> None:
        """Play ``sound`` from ``at_sample`` up to ``end_sample``, None for its end, instead of another."""
        self.stop()
        end = sound.n_samples if end_sample is None else min(end_sample, sound.n_samples)
        self._playing = _Playing(sound, max(0, min(at_sample, end)), end)
        self._playing.start()

    def stop(self) -> None:
        """Be silent; the position stays."""
        if self._playing is not None:
            self._playing.stop()

    def close(self) -> None:
        """Be silent for good, and wait a moment for the device to be given back."""
        if self._playing is not None:
            self._playing.stop()
            self._playing.join(_PATIENCE_S)


class _Playing:
    """One sound on its way out, on a thread of its own."""

    def __init__(self, sound: Sound, start: int, end: int) -> None:
        self.error: UserError | None = None
        self.finished = False
        self._sound = sound
        self._start = start
        self._end = end
        self._rate_hz = sound.rate_hz  # the device's
        self._latency_s = 0.0
        self._blocks: deque[Float32] = deque()
        self._complete = False
        self._offset = 0
        self._silence = 0  # samples of it played after the end
        self._heard = (0, 0, time.monotonic())  # played before the last callback, in it, and when it came
        self._stopping = threading.Event()
        self._stopped_at: int | None = None
        self._thread = threading.Thread(target=self._main, name="player", daemon=True)

    @property
    def alive(self) -> bool:
        """Whether it still sounds."""
        return self._thread.is_alive() and not self._stopping.is_set()

    @property
    def position_samples(self) -> int:
        """Sample that is heard now: what was handed over, less what is still on its way to the ear."""
        if self.finished:
            return self._end
        if self._stopped_at is not None:
            return self._stopped_at
        before, count, at_s = self._heard
        since = min(count, (time.monotonic() - at_s) * self._rate_hz)
        heard_s = max(0.0, (before + since) / self._rate_hz - self._latency_s)
        return min(self._end, self._start + int(heard_s * self._sound.rate_hz))

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end."""
        if self._stopped_at is None:
            self._stopped_at = self.position_samples
        self._stopping.set()

    def join(self, seconds: float) -> None:
        """Wait for its end."""
        self._thread.join(seconds)

    def _main(self) -> None:
        try:
            self._play()
        except UserError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say that nothing is heard
            _log.exception("The player stopped")
            self.error = _refused(str(error))

    def _play(self) -> None:
        library = devices.portaudio()
        stream = self._open(library)
        try:
            feed = self._feed()
            for _ in range(_AHEAD_BLOCKS):
                next(feed, None)
            self._heard = (0, 0, time.monotonic())
            with devices.exclusively:
                stream.start()
            # PortAudio may drop what is on its way when a stream ends: silence follows until all was heard.
            while self._silence < (stream.latency + _TICK_S) * self._rate_hz and not self._stopping.is_set():
                if not stream.active:
                    raise _gone()
                if len(self._blocks) < _AHEAD_BLOCKS:
                    next(feed, None)
                if time.monotonic() - self._heard[2] > _SILENT_S:
                    raise _gone()
                self._stopping.wait(_TICK_S)
            self.finished = not self._stopping.is_set()
        except library.PortAudioError as error:
            raise _refused(str(error)) from error
        finally:
            with devices.exclusively:
                stream.close(ignore_errors=True)
                devices.held.remove(self)

    def _feed(self) -> Any:
        """Read ahead, block by block; says so when all was read."""
        resampler = Resampler(self._sound.rate_hz, self._rate_hz)
        size = max(1, round(_BLOCK_S * self._sound.rate_hz))
        for at in range(self._start, self._end, size):
            self._put(resampler.push(self._sound.span(at, min(at + size, self._end))))
            yield
        self._put(resampler.flush())
        self._complete = True

    def _put(self, samples: Float32) -> None:
        if len(samples):
            self._blocks.append(np.clip(samples, -1.0, 1.0))

    def _open(self, library: Any) -> Any:
        """Open the default output at the sound's own rate, or at the device's where that is refused."""
        with devices.exclusively:
            try:
                device = library.query_devices(kind="output")
            except (library.PortAudioError, ValueError) as error:
                raise _none(str(error)) from error
            own_hz = round(device["default_samplerate"])
            tries = [(hz, channels) for hz in (self._sound.rate_hz, own_hz) for channels in (1, 2)]
            fault = ""
            for self._rate_hz, channels in tries:
                try:
                    stream = library.OutputStream(
                        samplerate=self._rate_hz,
                        channels=channels,
                        dtype="float32",
                        latency=_LATENCY_S,
                        callback=self._fill,
                    )
                except library.PortAudioError as error:
                    fault = str(error)
                else:
                    self._latency_s = stream.latency
                    devices.held.append(self)
                    return stream
        raise _refused(fault)

    def _fill(self, out: Float32, frames: int, _time: object, _status: object) -> None:
        """Hand the next samples to PortAudio's thread, out [n, channels]; silence where there are none."""
        complete = self._complete  # before looking for blocks: the last one is put before it is set
        filled = 0
        while filled < frames and self._blocks:
            block = self._blocks[0]
            count = min(frames - filled, len(block) - self._offset)
            out[filled : filled + count] = block[self._offset : self._offset + count, None]
            filled += count
            self._offset += count
            if self._offset == len(block):
                self._blocks.popleft()
                self._offset = 0
        out[filled:] = 0
        self._heard = (self._heard[0] + self._heard[1], filled, time.monotonic())
        if complete:
            self._silence += frames - filled


def _none(fault: str) -> UserError:
    return UserError(
        "no-speaker",
        "There is nothing to play it on.",
        "The system lists no sound output ({reason}).",
        "Plug in headphones or a loudspeaker, and press Play again.",
        reason=fault,
    )


def _refused(fault: str) -> UserError:
    return UserError(
        "speaker-failed",
        "The sound could not be played.",
        "The system says: {reason}.",
        "Choose another output in the system's sound settings, and press Play again.",
        reason=fault,
    )


def _gone() -> UserError:
    return UserError(
        "speaker-lost",
        "The loudspeaker is gone.",
        "It takes no sound any more.",
        "Plug it in again, or choose another one in the system's sound settings, and press Play again.",
    )
