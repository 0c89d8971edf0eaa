"""What the program needs from a Linux system beside Python's packages, and which system package brings it.

One table, read by the doctor and by the set-up of a checkout. A need is looked for as the thing itself (a
library that loads, a program, a file), since packages are called differently everywhere.
"""

from __future__ import annotations

import ctypes
import platform
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Manager(StrEnum):
    """Package managers, by the command that installs."""

    APT = "apt-get install -y --no-install-recommends"
    DNF = "dnf install -y"
    PACMAN = "pacman -S --needed"


class Purpose(StrEnum):
    """What a need is for."""

    SOUND = "sound"
    WINDOW = "window"
    TESTS = "tests"


_FAMILIES = {
    Manager.APT: {"debian", "ubuntu"},
    Manager.DNF: {"fedora", "rhel", "centos"},
    Manager.PACMAN: {"arch"},
}


@dataclass(frozen=True)
class Need:
    """One thing: a library by its soname, a program by its name, or files by a pattern from the root."""

    thing: str
    purpose: Purpose
    apt: str
    dnf: str
    pacman: str

    def package(self, manager: Manager) -> str:
        """Name of the package that brings it."""
        return {Manager.APT: self.apt, Manager.DNF: self.dnf, Manager.PACMAN: self.pacman}[manager]

    @property
    def present(self) -> bool:
        """Whether this machine has it."""
        if ".so." in self.thing:
            return _loads(self.thing)
        if "/" in self.thing:
            return any(True for _ in Path("/").glob(self.thing))
        return shutil.which(self.thing) is not None


NEEDS = tuple(
    Need(thing, purpose, *packages.split())
    for purpose, thing, packages in (
        (Purpose.SOUND, "libportaudio.so.2", "libportaudio2 portaudio portaudio"),
        (
            Purpose.SOUND,
            "usr/lib*/**/alsa-lib/libasound_module_pcm_pulse.so",
            "libasound2-plugins alsa-plugins-pulseaudio alsa-plugins",
        ),
        (Purpose.SOUND, "pactl", "pulseaudio-utils pulseaudio-utils libpulse"),
        (Purpose.WINDOW, "libEGL.so.1", "libegl1 libglvnd-egl libglvnd"),
        (Purpose.WINDOW, "libGL.so.1", "libgl1 libglvnd-glx libglvnd"),
        (Purpose.WINDOW, "libdbus-1.so.3", "libdbus-1-3 dbus-libs dbus"),
        (Purpose.WINDOW, "libfontconfig.so.1", "libfontconfig1 fontconfig fontconfig"),
        (Purpose.WINDOW, "libglib-2.0.so.0", "libglib2.0-0 glib2 glib2"),
        (Purpose.WINDOW, "libX11-xcb.so.1", "libx11-xcb1 libX11-xcb libx11"),
        (Purpose.WINDOW, "libxkbcommon.so.0", "libxkbcommon0 libxkbcommon libxkbcommon"),
        (Purpose.WINDOW, "libxkbcommon-x11.so.0", "libxkbcommon-x11-0 libxkbcommon-x11 libxkbcommon-x11"),
        (Purpose.WINDOW, "libxcb-cursor.so.0", "libxcb-cursor0 xcb-util-cursor xcb-util-cursor"),
        (Purpose.WINDOW, "libxcb-icccm.so.4", "libxcb-icccm4 xcb-util-wm xcb-util-wm"),
        (Purpose.WINDOW, "libxcb-image.so.0", "libxcb-image0 xcb-util-image xcb-util-image"),
        (Purpose.WINDOW, "libxcb-keysyms.so.1", "libxcb-keysyms1 xcb-util-keysyms xcb-util-keysyms"),
        (Purpose.WINDOW, "libxcb-randr.so.0", "libxcb-randr0 libxcb libxcb"),
        (
            Purpose.WINDOW,
            "libxcb-render-util.so.0",
            "libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil",
        ),
        (Purpose.WINDOW, "libxcb-shape.so.0", "libxcb-shape0 libxcb libxcb"),
        (Purpose.WINDOW, "libxcb-sync.so.1", "libxcb-sync1 libxcb libxcb"),
        (Purpose.WINDOW, "libxcb-xfixes.so.0", "libxcb-xfixes0 libxcb libxcb"),
        (Purpose.WINDOW, "libxcb-xkb.so.1", "libxcb-xkb1 libxcb libxcb"),
        (Purpose.WINDOW, "libwayland-client.so.0", "libwayland-client0 libwayland-client wayland"),
        (Purpose.WINDOW, "libwayland-cursor.so.0", "libwayland-cursor0 libwayland-cursor wayland"),
        (Purpose.WINDOW, "libwayland-egl.so.1", "libwayland-egl1 libwayland-egl wayland"),
        (Purpose.WINDOW, "usr/share/fonts/**/*.[to]tf", "fonts-inter rsms-inter-fonts inter-font"),
        (Purpose.TESTS, "pulseaudio", "pulseaudio pulseaudio pulseaudio"),
        (Purpose.TESTS, "Xvfb", "xvfb xorg-x11-server-Xvfb xorg-server-xvfb"),
    )
)


def missing(*purposes: Purpose) -> list[Need]:
    """Needs of these purposes that this machine lacks; none on other systems than Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [need for need in NEEDS if need.purpose in purposes and not need.present]


def manager() -> Manager | None:
    """Package manager of this distribution, or of the family it says it belongs to."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return None
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return next((manager for manager, names in _FAMILIES.items() if names & family), None)


def packages(needs: Iterable[Need], of: Manager) -> list[str]:
    """Names of the packages that bring these needs, each once."""
    return list(dict.fromkeys(need.package(of) for need in needs))


def command(needs: Iterable[Need]) -> str:
    """Tell the exact command that brings these needs, or name them where the distribution is unknown."""
    of = manager()
    if of is None:
        return f"Install with your package manager: {', '.join(need.thing for need in needs)}."
    return f"sudo {of} {' '.join(packages(needs, of))}"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
