"""The microphones that are there and the one that is chosen, kept by all pickers of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ser_desktop.errors import UserError
from ser_desktop.results import Device, DeviceId
from ser_desktop.ui import device_words, words
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.presenter import Engine

_LOOK_MS = 500


class Microphones(QObject):
    """Follows what is plugged in and out; another microphone is used only where a person says so.

    Attributes
    ----------
    changed
        Emitted when others are there than before, or another one is chosen.
    returned
        Emitted with the device that was chosen once, missed at the beginning, and is there now.
    chosen
        The one in use; None for the system's default.
    devices
        Those that are there; None before anybody looked.
    """

    changed = Signal()
    returned = Signal(object)

    def __init__(self, engine: Engine, keeper: Keeper, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._keeper = keeper
        self._missed: DeviceId | None = None
        self.chosen: DeviceId | None = None
        self.devices: tuple[Device, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._follow)

    def begin(self) -> UserError | None:
        """Use the microphone that was chosen last time; where it is not there, say so: the default is used.

        Raises
        ------
        UserError
            Sound is not available at all.
        """
        wanted = self._keeper.now.device
        if wanted is not None:  # also where nobody can tell yet whether it is there
            self.chosen = wanted
            self._engine.use_device(wanted)
        self.look()
        if wanted is None or self._is_there(wanted):
            return None
        self._missed, self.chosen = wanted, None
        self._engine.use_device(None)
        self.changed.emit()
        return device_words.not_there(wanted, self.devices or ())

    def choose(self, device: DeviceId | None) -> None:
        """Listen to this one from now on, and next time; None for the system's default."""
        self._missed = None
        self.chosen = device
        self._engine.use_device(device)
        if device is None or device.name != words.DEMO:
            self._keeper.change(device=device)
        self.changed.emit()

    def look(self) -> None:
        """Look now at what is plugged in; raise :class:`UserError` where sound is not available."""
        self._take(tuple(self._engine.devices()))

    def watch(self, watching: bool) -> None:  # noqa: FBT001 - as the engine's
        """Follow what is plugged in and out, or no more."""
        self._engine.watch_devices(watching)
        if watching:
            self._timer.start()
        else:
            self._timer.stop()

    def _follow(self) -> None:
        try:
            seen = self._engine.devices_seen()
        except UserError:
            return  # told when listening begins, or when the list is opened
        if seen is not None:
            self._take(seen)

    def _take(self, devices: tuple[Device, ...]) -> None:
        if devices == self.devices:
            return
        self.devices = devices
        self.changed.emit()
        missed = self._missed
        if missed is not None and self._is_there(missed):
            self._missed = None
            self.returned.emit(missed)

    def _is_there(self, wanted: DeviceId) -> bool:
        return any(device.id == wanted for device in self.devices or ())
