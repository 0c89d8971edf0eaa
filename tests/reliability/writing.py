"""What a person keeps, in generations: each can be written, and told from any other one to the last byte."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from ser_desktop import paths
from ser_desktop.audio.files import read_audio
from ser_desktop.audio.saving import save_clip
from ser_desktop.engine.models import Models
from ser_desktop.engine.voices import Learned, Voices
from ser_desktop.export.formats import FORMATS, files_of, save
from ser_desktop.inference.manifest import CARD_FILE, MANIFEST_FILE, MODEL_FILE, load
from ser_desktop.inference.placing import recover
from ser_desktop.inference.profile import Profile
from ser_desktop.results import Analysis, Clip
from ser_desktop.settings import Settings, SettingsFile
from tests.export.analyses import long_analysis

MADE = "made"
VOICE = "Zoë"
_AT = datetime(2024, 5, 31, tzinfo=UTC)


class Home:
    """A person's folders, as the program finds them where ``environment`` is the process's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE")
        }
        data = folder / "data" / "ser-desktop"
        self.settings = SettingsFile(folder / "config" / "ser-desktop" / "settings.json")
        self.voices = Voices(data / "voices")
        self.models = Models([data / "models", paths.home() / "models"], data / "tried")
        self._own_models = data / "models"
        self.clips = folder / "clips"
        self.exports = folder / "exports"

    def prepare(self) -> None:
        """Make the folders that a person chooses, and would have made."""
        for place in (self.clips, self.exports):
            place.mkdir(parents=True, exist_ok=True)

    def write_settings(self, number: int) -> None:
        """Keep what was chosen; it takes more than a block of a disk."""
        self.settings.save(_settings(number))

    def write_voice(self, number: int) -> None:
        """Keep a voice in the place of the one before."""
        heard = long_analysis(1)
        self.voices.keep(Learned(_profile(number), heard, heard), replace=True)

    def write_model(self, number: int) -> None:
        """Bring a model in the place of the one before, whose network is another one."""
        source = self.folder / f"from-{os.getpid()}" / MADE
        shutil.rmtree(source.parent, ignore_errors=True)
        source.mkdir(parents=True)
        shipped = _shipped(number)
        shutil.copy(shipped / MODEL_FILE, source)
        told = json.loads((shipped / MANIFEST_FILE).read_text(encoding="utf-8"))
        manifest = {**told, "name": MADE, "title": f"Generation {number}"}
        (source / MANIFEST_FILE).write_text(json.dumps(manifest), encoding="utf-8")
        (source / CARD_FILE).write_text(_card(number), encoding="utf-8")
        self.models.bring(source, replace=True)

    def write_clip(self, number: int) -> None:
        """Save a clip under a name of its own, and one in the place of the one before."""
        save_clip(_clip(number), self.clips / f"{number}.wav")
        save_clip(_clip(number), self.clips / "last.wav", replace=True)

    def write_export(self, number: int) -> None:
        """Export results under a name of their own, and in the place of those before."""
        save(_analysis(number), "csv", self.exports / f"{number}.csv")
        save(_analysis(number), "audacity", self.exports / "last.txt", replace=True)

    def read_settings(self) -> int | None:
        """Return which settings are kept, None for none; fail where they are no generation's.

        Where the window lay, the program keeps by itself.
        """
        settings, note = self.settings.load()
        assert note is None, note
        settings = replace(settings, window=None)
        if not settings.recordings_folder:
            assert settings == Settings()
            return None
        number = int(settings.recordings_folder)
        assert settings == _settings(number)
        return number

    def read_voice(self) -> int | None:
        """Return which voice is kept."""
        known = self.voices.known(None)
        assert [voice.error for voice in known] == [None] * len(known)
        if not known:
            return None
        profile = self.voices.load(VOICE)
        assert profile == _profile(int(profile.fits))
        return int(profile.fits)

    def read_model(self) -> int | None:
        """Return which model is installed, after what was being done to it is finished, as at each start."""
        recover(self._own_models)
        own = [info for info in self.models.installed() if info.own]
        assert [info.error for info in own] == [None] * len(own)
        if not own:
            return None
        (info,) = own
        number = int(info.title.removeprefix("Generation "))
        assert info.card == _card(number)
        assert load(info.folder).content == load(_shipped(number)).content
        return number

    def read_clips(self) -> set[int]:
        """Return which clips are saved, every one of them whole; and forget them."""
        found = set()
        for path in _seen(self.clips):
            samples, rate_hz = read_audio(path)
            number = int(samples[0])
            assert rate_hz == 48_000
            np.testing.assert_array_equal(samples, _clip(number).samples)
            if path.stem != "last":
                assert path.stem == str(number)
                found.add(number)
                path.unlink()
        return found

    def read_exports(self) -> set[int]:
        """Return which results are exported, every file of them whole; and forget them."""
        found = set()
        last = files_of("audacity", self.exports / "last.txt")
        for path in _seen(self.exports):
            if path in last:
                continue
            number = int(path.stem)
            assert path.read_text(encoding="utf-8") == FORMATS["csv"].text(_analysis(number))
            found.add(number)
            path.unlink()
        labels, origin = last
        if origin.exists():
            json.loads(origin.read_bytes())
        if labels.exists():
            assert labels.read_text(encoding="utf-8") == FORMATS["audacity"].text(_analysis(0))
            assert origin.exists()
        return found

    def parts(self) -> int:
        """Count what killed writers left half-written; all of it is hidden."""
        left = list(self.folder.rglob("*.part"))
        assert all(path.name.startswith(".") for path in left)
        return len(left)


def _seen(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _settings(number: int) -> Settings:
    return Settings(
        welcomed=True,
        model=MADE,
        voice=VOICE,
        recordings_folder=str(number),
        clips_folder=f"{number} " * (4000 // len(f"{number} ")),
    )


def _profile(number: int) -> Profile:
    return Profile(VOICE, "2024-05-31", str(number), 5.0, tuple(float(value) for value in range(400)), 3)


def _shipped(number: int) -> Path:
    return paths.home() / "models" / ("general", "emodb")[number % 2]


def _card(number: int) -> str:
    return f"# Generation {number}\n\n" + f"{number}\n" * 2000


def _clip(number: int) -> Clip:
    return Clip(np.full(48_000, number, np.float32), 48_000, 0, "Fake", _AT)


def _analysis(number: int) -> Analysis:
    return replace(long_analysis(60), name=f"{number}.wav")
