"""A microphone as a source of sound.

Two threads meet here, in an :class:`Intake`. PortAudio's callback copies the first channel into its ring,
notes the time and counts overflows; it takes no lock, logs nothing and calls nobody. The owner (the engine's
thread) opens, reads, asks whether the microphone is alive, and closes. Each attribute is written by one of
the two only, so that a value read in the meantime is at worst one block old. Each stream has an intake of its
own: one that its driver did not let go, and that wakes up later, speaks into a ring that nobody reads.

A microphone that is pulled out raises nothing: its callbacks stop. :attr:`Microphone.alive` watches for that.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from ser_desktop.audio import devices, sound_server
from ser_desktop.audio.faults import INVALID_CHANNEL_COUNT, fault
from ser_desktop.audio.numbers import only_sound
from ser_desktop.audio.ring import Ring
from ser_desktop.results import DeviceId, Float32

RING_S = 10.0  # how far the engine may lag before sound is lost
SILENT_S = 1.0  # no callback for so long, or none with a number in it: the device is gone
STANDSTILL_S = 0.5  # who does not look for so long was held up
CLOSE_S = 3.0  # a driver that takes longer to let go is left behind
ASK_S = 2.0  # how often the sound server is asked for the microphone
FIRST_S = 3.0  # a Bluetooth headset takes its time to switch to its microphone


class Intake:
    """What one stream has heard: written by PortAudio's thread, read by the owner's."""

    def __init__(self, ring: Ring, clock: Callable[[], float]) -> None:
        self.ring = ring
        self.overflows = 0
        self.deadline_s = clock() + FIRST_S
        self.deaf = False
        self._clock = clock

    def hear(self, samples: Float32, _frames: int, _time: object, status: Any) -> None:
        """Take a block [n, channels] from PortAudio's thread; only its first channel: a mean may comb.

        Once nobody listens any more, end a stream that could not be closed.
        """
        if self.deaf:
            raise devices.portaudio().CallbackAbort
        self.ring.write(samples[:, 0])
        self.deadline_s = self._clock() + SILENT_S
        self.overflows += bool(status.input_overflow)


class Microphone:
    """A PortAudio input stream, pulled by one thread; fulfils :class:`~ser_desktop.audio.source.AudioSource`.

    Parameters
    ----------
    device
        Which one; None means the system's default.
    clock
        Seconds that only grow; used by the callback and by :attr:`alive`.
    """

    def __init__(
        self, device: DeviceId | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wanted = device
        self._clock = clock
        self._name = device.name if device else "Default microphone"
        self._rate_hz = 0
        self._ring = Ring(1)
        self._intake = Intake(self._ring, clock)
        self._stream: Any = None
        self._wrong = self._wrong_in_a_row = 0
        self._source: str | None = None
        self._there = True
        self._moved = self._silent = False
        self._ask_s = self._looked_s = self._patient_s = 0.0

    @property
    def name(self) -> str:
        """Name of the microphone in use; once opened, the default one's real name too."""
        return self._name

    @property
    def rate_hz(self) -> int:
        """Samples a second, the device's own; 0 until opened."""
        return self._rate_hz

    @property
    def lost_samples(self) -> int:
        """Samples overwritten before they were read, or no numbers, and one or more for each overflow."""
        return self._ring.lost_samples + self._wrong + self._intake.overflows

    @property
    def alive(self) -> bool:
        """Whether callbacks still come, with numbers in them, from the microphone that :attr:`name` names.

        A sound server that loses a microphone hands its listeners over to another one, in silence; every
        few seconds, and when it falls silent, it is therefore asked (a few milliseconds) whether the one that
        was opened is there, and still the default where that was wanted.
        """
        if self._stream is None:
            return False
        sounds = self._sounds()
        fell_silent = not sounds and not self._silent
        if self._source is not None and (fell_silent or self._clock() >= self._ask_s):
            self._ask(self._source)
        self._silent = not sounds
        return sounds and self._there and not self._moved

    @property
    def moved(self) -> bool:
        """Whether the default was wanted, and another microphone is the default now."""
        return self._moved

    @property
    def finished(self) -> bool:
        """Return False: a microphone has no end."""
        return False

    def open(self) -> None:
        """Find the device and start listening, at its own rate.

        Raises
        ------
        UserError
            Where the device is missing, busy, forbidden, or refuses.
        """
        self.close()
        found = devices.find(self._wanted)
        self._name = found.device.id.name
        self._rate_hz = found.device.rate_hz
        self._ring = Ring(round(RING_S * self._rate_hz))
        self._intake = Intake(self._ring, self._clock)
        self._wrong = self._wrong_in_a_row = 0
        self._source = found.source
        self._there, self._moved, self._silent = True, False, False
        self._looked_s = self._clock()
        self._ask_s = self._looked_s + ASK_S
        library = devices.portaudio()
        try:
            with devices.exclusively, sound_server.chosen(found.source):
                self._stream = self._stream_of(library, found)
                self._stream.start()
            self._intake.deadline_s = self._clock() + FIRST_S  # a server may take its time to let one in
        except library.PortAudioError as error:
            self.close()
            raise fault(error.args, found.device) from error

    def read(self) -> Float32:
        """Take what has come since the last call, mono [n]; what is no number is silent, and lost."""
        samples, wrong = only_sound(self._ring.read())
        self._wrong += wrong
        if len(samples):
            self._wrong_in_a_row = self._wrong_in_a_row + wrong if wrong == len(samples) else 0
        return samples

    def close(self) -> None:
        """Stop listening; what has come can still be read. May be called twice."""
        stream, self._stream = self._stream, None
        if stream is not None:
            with devices.exclusively:
                _let_go(stream, self._intake)
            self._intake.ring = Ring(1)  # a closed stream lives on for a while, and megabytes with it

    def _stream_of(self, library: Any, found: devices.Input) -> Any:
        """Open the stream with one channel, or with all of them if the device gives only all.

        Latency "high" is PortAudio's word for robust (35 ms through ALSA): nobody hears themselves here.
        """
        stream = partial(
            library.InputStream,
            device=found.index,
            samplerate=self._rate_hz,
            dtype="float32",
            blocksize=0,
            latency="high",
            callback=self._intake.hear,
        )
        try:
            return stream(channels=1)
        except library.PortAudioError as error:
            if error.args[1:2] != (INVALID_CHANNEL_COUNT,):
                raise
        return stream(channels=found.device.channels)

    def _sounds(self) -> bool:
        """Whether callbacks still come, with numbers in them.

        Where nobody looked for a while the program itself stood still, and so did they: they get another
        moment.
        """
        now_s = self._clock()
        if now_s - self._looked_s > STANDSTILL_S:
            self._patient_s = now_s + SILENT_S
        self._looked_s = now_s
        late = now_s >= max(self._intake.deadline_s, self._patient_s)
        broken = self._wrong_in_a_row >= SILENT_S * self._rate_hz
        return self._active() and not late and not broken

    def _active(self) -> bool:
        try:
            return bool(self._stream.active)
        except devices.portaudio().PortAudioError:  # of a device in pieces not even that can be told
            return False

    def _ask(self, source: str) -> None:
        self._there = sound_server.has(source)
        self._moved = self._there and self._wanted is None and not sound_server.prefers(source)
        self._looked_s = self._clock()
        self._ask_s = self._looked_s + ASK_S


def _let_go(stream: Any, intake: Intake) -> None:
    """Close a stream, or leave it behind: ALSA's plugin for PulseAudio may wait for a dead server.

    Until its driver lets it go all the same, PortAudio's list cannot be renewed. One that PortAudio fails to
    close may call back later, when a server that stood still goes on: it is kept, for what it calls must
    be there, and ends itself then.
    """
    library, gone = devices.portaudio(), threading.Event()

    def close() -> None:
        try:
            stream.close(ignore_errors=False)
        except Exception:  # noqa: BLE001 - whatever it is, the stream may still be open
            intake.deaf = True
            devices.left.append(stream)
        gone.set()
        with devices.exclusively:  # held by who waits below, until the stream is among those held
            if stream in devices.held:
                devices.held.remove(stream)

    threading.Thread(target=close, name="closing", daemon=True).start()
    if not gone.wait(CLOSE_S):
        intake.deaf = True
        devices.held.append(stream)
        atexit.unregister(library._exit_handler)  # noqa: SLF001 - it would wait as well
