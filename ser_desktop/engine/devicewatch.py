"""Notices which microphones come and go, without anybody waiting and without touching what is open."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from ser_desktop.audio.devices import SOUND_SERVER
from ser_desktop.errors import UserError
from ser_desktop.results import Device

_log = logging.getLogger(__name__)

EVERY_S = 2.0


class DeviceWatch:
    """Looks at the input devices every two seconds, on a thread of its own, while it is not paused.

    A sound server on Linux tells what comes and goes by itself. Everywhere else PortAudio's list has to be
    renewed, which would end a stream that is open: while one is, the list stays as it was when it was opened.
    The first ``resume`` starts the thread; paused it waits and costs nothing.

    Parameters
    ----------
    list_devices, refresh_devices
        The devices that are there, and a fresh look at them.
    source_lock
        Held by whoever has a source open.
    """

    def __init__(
        self,
        list_devices: Callable[[], list[Device]],
        refresh_devices: Callable[[], None],
        source_lock: threading.Lock,
    ) -> None:
        self._list_devices = list_devices
        self._refresh_devices = refresh_devices
        self._source_lock = source_lock
        self._seen: tuple[Device, ...] | UserError | None = None
        self._wanted = threading.Event()
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def seen(self) -> tuple[Device, ...] | None:
        """Return what the last look saw, at once; None before the first.

        Raises
        ------
        UserError
            The last look found that sound is not available at all.
        """
        if isinstance(self._seen, UserError):
            raise self._seen
        return self._seen

    def look(self) -> tuple[Device, ...]:
        """Look now, and wait for it; raise :class:`UserError` where sound is unavailable."""
        found = self._list_devices()
        if not any(device.id.host_api == SOUND_SERVER for device in found) and self._renewed():
            found = self._list_devices()
        self._seen = tuple(found)
        return self._seen

    def resume(self) -> None:
        """Look now and then, the first time at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._main, name="devices", daemon=True)
            self._thread.start()
        self._wanted.set()

    def pause(self) -> None:
        """Look no more until resumed."""
        self._wanted.clear()

    def close(self) -> None:
        """End for good; a look that is going on is not waited for."""
        self._closed.set()
        self._wanted.set()

    def _renewed(self) -> bool:
        """Renew PortAudio's list, unless a source is open."""
        if not self._source_lock.acquire(blocking=False):
            return False
        try:
            self._refresh_devices()
        finally:
            self._source_lock.release()
        return True

    def _main(self) -> None:
        while self._wanted.wait() and not self._closed.is_set():
            try:
                self.look()
            except UserError as error:
                self._seen = error
            except Exception:  # noqa: BLE001 - a driver's whim; the next look may be better
                _log.exception("The devices could not be listed")
            self._closed.wait(EVERY_S)
