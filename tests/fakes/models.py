"""Models that are not on the disk, and a trainer that a test leads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from ser_desktop.engine.models import Model
from ser_desktop.engine.trainer import Looked, NewModel, Training, TrainingOrder, TrainingState
from ser_desktop.errors import UserError
from ser_desktop.results import ModelInfo

SEVEN = ("anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise")
GENERAL = ModelInfo(
    "general", "General", Path("models/general"), SEVEN, uar=0.65, strangers=28, card="# General\n\nHears."
)
EMODB = ModelInfo(
    "emodb",
    "EMO-DB",
    Path("models/emodb"),
    ("anger", "boredom", "neutral"),
    uar=0.85,
    strangers=2,
    card="# E",
)
OWN = ModelInfo("my-voice", "My voice", Path("own/my-voice"), ("anger", "neutral"), own=True, card="# Mine")
DAMAGED = ModelInfo(
    "broken",
    "broken",
    Path("own/broken"),
    own=True,
    error=UserError("bad-model", "This model cannot be used.", "Its sha256 differs.", "Install it again."),
)


class FakeModels:
    """Fulfils the page's Models protocol; ``arriving`` is what can be brought, or why it cannot."""

    def __init__(self, *infos: ModelInfo) -> None:
        self.infos = list(infos or (GENERAL, EMODB))
        self.arriving: ModelInfo | UserError = OWN
        self.asked: list[object] = []

    def installed(self) -> tuple[ModelInfo, ...]:
        """Return those that there are."""
        return tuple(self.infos)

    def load(self, name: str) -> Model:
        """Refuse: nobody hears here."""
        raise UserError("bad-model", "This model cannot be used.", name)

    def bring(self, path: Path, *, replace: bool = False) -> ModelInfo:
        """Let it arrive, or refuse."""
        self.asked.append(("bring", path, replace))
        if isinstance(self.arriving, UserError):
            raise self.arriving
        if not replace and any(info.name == self.arriving.name for info in self.infos):
            raise UserError("model-exists", "There is one.", name=self.arriving.name)
        self.infos = [info for info in self.infos if info.name != self.arriving.name]
        self.infos.append(self.arriving)
        return self.arriving

    def remove(self, name: str) -> None:
        """Forget it."""
        self.asked.append(("remove", name))
        self.infos = [info for info in self.infos if info.name != name]


class FakeTrainer:
    """Fulfils the page's Trainer protocol; ``tell`` changes what is known of the training."""

    def __init__(self) -> None:
        self.training = Training()
        self.looked: Looked | None = None
        self.asked: list[object] = []
        self.broken_off: set[str] = set()

    def tell(self, **changes: Any) -> None:
        """Let the training be otherwise."""
        self.training = replace(self.training, **changes)

    def finish(
        self, model: NewModel | None, state: TrainingState = TrainingState.DONE, **changes: Any
    ) -> None:
        """Let it end."""
        self.tell(model=model, state=state, phase="", done=0, total=0, left_s=None, stopping=False, **changes)

    def look(self, folder: Path) -> None:
        """Begin to look."""
        self.asked.append(("look", folder))
        self.looked = Looked(folder)

    def start(self, order: TrainingOrder) -> None:
        """Begin to train."""
        self.asked.append(order)
        self.training = Training(TrainingState.PREPARING, "starting")

    def stop(self) -> None:
        """Note it."""
        self.asked.append("stop")
        self.tell(stopping=True)

    def cancel(self) -> None:
        """End it at once."""
        self.asked.append("cancel")
        self.finish(None, TrainingState.STOPPED)

    def unfinished(self, name: str) -> bool:
        """Whether a test says so."""
        return name in self.broken_off

    def discard_unfinished(self, name: str) -> None:
        """Give it up."""
        self.asked.append(("discard", name))
        self.broken_off.discard(name)

    def close(self) -> None:
        """Note the end."""
        self.asked.append("close")
