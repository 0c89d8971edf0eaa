"""A machine with nothing on it: Debian's smallest system in a folder, entered without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

RELEASE = "bookworm"
PERSON = "1000:1000"
HOME = "/home/person"
_MIRROR = "http://deb.debian.org/debian"
# What every process may expect of a system, in a mount table of its own; then the program, as a person.
_ENTER = """
mount --bind "$ROOT" "$ROOT"
mount -t proc proc "$ROOT/proc"
mkdir -p "$ROOT/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$ROOT/dev/shm"
for pair in $SHARED; do
    mkdir -p "$ROOT${pair#*=}" && mount --bind "${pair%%=*}" "$ROOT${pair#*=}"
done
exec chroot --userspec="$WHO" "$ROOT" /usr/bin/env -i "$@"
"""


def missing() -> str:
    """Tell what this machine lacks to make another one in a folder; empty where nothing is missing."""
    if not sys.platform.startswith("linux"):
        return "a bare machine is a Linux system in a folder"
    absent = [name for name in ("debootstrap", "unshare", "chroot", "dpkg-deb") if shutil.which(name) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    if os.geteuid() != 0:
        return "only root may make a system in a folder"
    allowed = subprocess.run(
        ["unshare", "--mount", "--pid", "--net", "--fork", "true"], capture_output=True, check=False
    )
    return "" if allowed.returncode == 0 else "this machine allows no name spaces"


class BareMachine:
    """The system in ``root``; whoever made it removes it.

    Raises
    ------
    RuntimeError
        Where it cannot be made, as without a mirror of Debian.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        command = ["debootstrap", "--variant=minbase", RELEASE, os.fspath(root), _MIRROR]
        done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
        if done.returncode:
            raise RuntimeError(done.stdout[-500:] + done.stderr[-500:])
        home = root / HOME.lstrip("/")
        home.mkdir(parents=True)
        os.chown(home, *map(int, PERSON.split(":")))

    def install(self, package: Path) -> None:
        """Install a .deb as a person does, with what it says that it needs, and nothing else."""
        shutil.copyfile(package, self.root / "package.deb")
        self._administer("update", "-q")
        self._administer("install", "-q", "-y", "--no-install-recommends", "/package.deb")

    def remove(self, name: str) -> None:
        """Remove what was installed."""
        self._administer("purge", "-q", "-y", name)

    def start(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        shared: Mapping[Path, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a program there as a person, without a network; ``shared`` folders of ours are seen there."""
        told = {"HOME": HOME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **(env or {})}
        names = ("--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child")
        return subprocess.Popen(
            ["unshare", *names, "sh", "-e", "-c", _ENTER, "enter", *_pairs(told), *command],
            env={
                "PATH": os.environ["PATH"],
                "ROOT": os.fspath(self.root),
                "WHO": PERSON,
                "SHARED": " ".join(f"{here}={there}" for here, there in (shared or {}).items()),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )

    def run(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        shared: Mapping[Path, str] | None = None,
        patience_s: float = 300,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program there as a person, without a network, to its end."""
        with self.start(*command, env=env, shared=shared) as process:
            try:
                out, err = process.communicate(timeout=patience_s)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def _administer(self, *words: str) -> None:
        env = {
            "DEBIAN_FRONTEND": "noninteractive",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
        }
        command = ["chroot", os.fspath(self.root), "apt-get", *words]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=1800, check=False)
        if done.returncode:
            raise RuntimeError(f"apt-get {' '.join(words)}: {done.stdout[-1000:]}{done.stderr[-1000:]}")


def _pairs(env: Mapping[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in env.items()]
