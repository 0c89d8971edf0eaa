"""The voices that the program knows: profiles in a folder, one more out of a clip, one less."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ser_desktop.audio.resample import Resampler
from ser_desktop.engine.comparing import compare
from ser_desktop.engine.filenames import file_name, same_place
from ser_desktop.engine.hearing import Hearing, Rules, Setup
from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.inference.calibration import calibrate, fits
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.profile import Profile, load_profile, save_profile
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis, Clip, Float32, Segment, VoiceInfo

__all__ = ["Learned", "Profile", "Voices", "VoicesInUse"]

_ENDING = ".json"


@dataclass(frozen=True)
class Learned:
    """A voice that was learned, and how its own clip sounds to the model before and after; not kept yet."""

    profile: Profile
    before: Analysis
    after: Analysis


class Voices:
    """A folder with a profile a voice. Names are those that people gave; upper and lower case are one.

    Every call looks at the disk anew. Nothing here is remembered, so any thread may ask.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self, model: Model | None) -> tuple[VoiceInfo, ...]:
        """Return the voices by name, and whether each fits ``model``; one that cannot be used says why."""
        found = (self._info(path, model) for path in self._folder.glob(f"*{_ENDING}"))
        return tuple(sorted(found, key=lambda voice: (voice.name.casefold(), voice.name)))

    def learn(self, clip: Clip, name: str, model: Model, *, rules: Rules | None = None) -> Learned:
        """Learn what a person sounds like from a clip of their ordinary speech; nothing is written yet.

        Only what the speech gate lets through counts, and no more than 20 s of it. It takes some seconds,
        on the caller's thread.

        Raises
        ------
        UserError
            "no-name", "no-calibration" where the model offers none, "too-little-speech", or "too-short".
        """
        file_name(name)
        rules = rules or Rules()
        (before,) = compare([Setup(model, None, rules)], clip)
        runner = Runner(model)
        spoken = _spoken(clip, before.segments, Hearing(runner, rules))
        profile = calibrate(spoken, runner, name=name.strip(), day=clip.began.date())
        (after,) = compare([Setup(model, profile, rules)], clip)
        return Learned(profile, before, after)

    def keep(self, learned: Learned, *, replace: bool = False) -> VoiceInfo:
        """Write a voice that was learned, whole or not at all.

        Raises
        ------
        UserError
            "profile-exists" where one of this name is there and ``replace`` is not said, "profile-not-saved".
        """
        path = self._path(learned.profile.name)
        save_profile(learned.profile, path, replace=replace)
        return VoiceInfo(
            learned.profile.name, learned.profile.day, learned.profile.speech_s, fits=True, path=path
        )

    def delete(self, name: str) -> None:
        """Delete a voice; raise :class:`UserError` where there is none of this name, or it may not be."""
        path = self._path(name)
        try:
            path.unlink()
        except FileNotFoundError as error:
            raise _unknown(name) from error
        except OSError as error:
            raise UserError(
                "profile-not-deleted",
                "The voice profile “{name}” could not be deleted.",
                "{path}: {reason}.",
                "See that you may write there.",
                name=name,
                path=path,
                reason=error.strerror or str(error),
            ) from error

    def load(self, name: str) -> Profile:
        """Read a voice; raise :class:`UserError` where there is none of this name or it cannot be used."""
        path = self._path(name)
        if not path.exists():
            raise _unknown(name)
        return load_profile(path)

    def _path(self, name: str) -> Path:
        """Return the file of this name, whatever its case; where there is none, the one that it would be."""
        there = [path for path in self._folder.glob(f"*{_ENDING}") if _called(name, path)]
        return there[0] if there else self._folder / f"{file_name(name)}{_ENDING}"

    def _info(self, path: Path, model: Model | None) -> VoiceInfo:
        try:
            profile = load_profile(path)
        except UserError as error:
            return VoiceInfo(path.stem, path=path, error=error)
        return VoiceInfo(
            profile.name if _called(profile.name, path) else path.stem,
            profile.day,
            profile.speech_s,
            fits=model is not None and fits(profile, model.manifest),
            path=path,
        )


class VoicesInUse:
    """The voices, as seen with the setup in use: it tells which model learns, and by which rules."""

    def __init__(self, voices: Voices, setup: Callable[[], Setup | None]) -> None:
        self._voices = voices
        self._setup = setup

    def known(self) -> tuple[VoiceInfo, ...]:
        """Return the voices by name, and whether each fits the model."""
        setup = self._setup()
        return self._voices.known(setup.model if setup is not None else None)

    def learn(self, clip: Clip, name: str) -> Learned:
        """Learn a voice, as :meth:`Voices.learn` does; UserError "no-model" where there is no model."""
        setup = self._setup()
        if setup is None:
            raise UserError(
                "no-model", "There is no model that could learn a voice.", "", "Install a model first."
            )
        return self._voices.learn(clip, name, setup.model, rules=setup.rules)

    def keep(self, learned: Learned, *, replace: bool = False) -> VoiceInfo:
        """Write a voice that was learned, as :meth:`Voices.keep` does."""
        return self._voices.keep(learned, replace=replace)

    def delete(self, name: str) -> None:
        """Delete a voice, as :meth:`Voices.delete` does."""
        self._voices.delete(name)


def _called(name: str, path: Path) -> bool:
    """Whether a profile of this name has its place there; not where somebody gave the file another name."""
    try:
        return path.stem == name or same_place(path.stem, file_name(name))
    except UserError:
        return False


def _spoken(clip: Clip, segments: tuple[Segment, ...], hearing: Hearing) -> list[Float32]:
    """Return the raw features [n, F] of each utterance of a clip."""
    spec = hearing.runner.manifest.spec
    resampler = Resampler(clip.rate_hz, spec.rate_hz)
    frames = clip_features(np.concatenate([resampler.push(clip.samples), resampler.flush()]), spec)
    spans = [(spec.frames(segment.start_s), spec.frames(segment.end_s)) for segment in segments]
    return [frames[start:end] for start, end in spans]


def _unknown(name: str) -> UserError:
    return UserError(
        "no-profile",
        "There is no voice profile called “{name}”.",
        "",
        "Choose another one, or record your voice.",
        name=name,
    )
