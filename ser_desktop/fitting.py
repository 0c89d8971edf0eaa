"""Finds what the settings name, the model and the voice, and puts together how a person is heard."""

from __future__ import annotations

from dataclasses import replace

from ser_desktop.engine.hearing import Rules, Setup
from ser_desktop.engine.models import Model, Models
from ser_desktop.engine.voices import Voices
from ser_desktop.errors import UserError
from ser_desktop.features.speech import SpeechRules
from ser_desktop.settings import BUNDLED, Settings


class Fitting:
    """Looks anew each time: what is installed may change while the program runs."""

    def __init__(self, models: Models, voices: Voices) -> None:
        self._models = models
        self._voices = voices

    def setup(self, settings: Settings) -> tuple[Setup | None, tuple[UserError, ...]]:
        """Return how to hear, and what is to be said of it.

        What cannot be used is told, and the bundled model, or no profile, takes its place. None where no
        model can be used at all.
        """
        told: list[UserError] = []
        setup = self._modelled(settings, told)
        if setup is not None and settings.voice:
            setup = self._voiced(setup, settings.voice, told)
        return setup, tuple(told)

    def voices(self, model: Model) -> tuple[str, ...]:
        """Name the voices that were learned with ``model``."""
        return tuple(voice.name for voice in self._voices.known(model) if voice.fits)

    def _modelled(self, settings: Settings, told: list[UserError]) -> Setup | None:
        chosen = rules(settings)
        refusal: UserError | None = None
        ways = [(self._models.load, name) for name in dict.fromkeys((settings.model, BUNDLED))]
        ways.append((self._models.load_shipped, BUNDLED))  # one of its name may hide it and be of no use
        for load, name in ways:
            try:
                setup = Setup(load(name), rules=chosen)
                setup.hearing()
            except UserError as error:
                refusal = refusal or error
                continue
            if refusal is not None:
                told.append(_instead(settings.model, setup.model.manifest.title, refusal))
            return setup
        told.extend([refusal] if refusal else [])
        return None

    def _voiced(self, setup: Setup, name: str, told: list[UserError]) -> Setup:
        try:
            voiced = replace(setup, profile=self._voices.load(name))
            voiced.hearing()
        except UserError as error:
            told.append(_without(name, error))
            return setup
        return voiced


def rules(settings: Settings) -> Rules:
    """Return the rules that a person chose."""
    return Rules(
        hop_s=settings.hop_s,
        window_s=settings.window_s,
        smoothing_s=settings.smoothing_s,
        unsure_below=settings.unsure_below,
        adapts=settings.adapts,
        speech=SpeechRules(threshold=settings.speech_gate),
    )


def _instead(name: str, title: str, reason: UserError) -> UserError:
    return UserError(
        "model-not-used",
        "The model “{name}” cannot be used; “{other}” listens instead.",
        "{reason}." if reason.detail else "",
        "Your choice is kept.",
        name=name,
        other=title,
        reason=reason,
    )


def _without(name: str, reason: UserError) -> UserError:
    return UserError(
        "voice-not-used",
        "The voice profile “{name}” cannot be used; the program hears you like anybody.",
        "{reason}." if reason.detail else "",
        "Your choice is kept.",
        name=name,
        reason=reason,
    )
