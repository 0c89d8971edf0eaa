"""A recipe: what a model learns from, what it hears, its network and how it is trained; one TOML file."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec, Normaliser, NormaliserKind
from ser_desktop.results import EMOTIONS
from ser_desktop.training.architectures import KINDS, Network
from ser_desktop.training.corpora.official import OFFICIAL
from ser_desktop.training.schedule import Schedule

FOLDER = Path(__file__).resolve().parent
"""Where the bundled recipes lie."""


_MOST = 10_000


@dataclass(frozen=True)
class Recipe:
    """All that decides a model beside the recordings themselves.

    Attributes
    ----------
    name, title
        What it is called on the command line, and the model's name in the window.
    spec
        What is heard; its normaliser has no statistics yet, they come from the training clips.
    window_s
        Length of the network's window; rounded to whole steps of the network.
    variants
        How many acoustic variants of each training clip there are beside the clip itself.
    corpora
        Standard names of the official corpora that it learns from.
    labels
        Emotions to tell apart; empty for all that the corpora hold, after ``merge`` (pairs: from, to).
    """

    name: str
    title: str
    spec: FeatureSpec
    network: Network
    schedule: Schedule
    window_s: float
    variants: int
    corpora: tuple[str, ...]
    labels: tuple[str, ...]
    merge: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        _check(0 <= self.schedule.seed < 2**32, "the seed must be 0 to 4294967295")
        _check(1 <= self.schedule.epochs <= 10_000, "epochs must be 1 to 10000")
        _check(1 <= self.schedule.steps <= 100_000, "steps must be 1 to 100000")
        _check(0 <= self.variants <= 100, "variants must be 0 to 100")
        _check(0.5 <= self.window_s <= 30, "the window must be 0.5 to 30 s long")
        for name in self.corpora:
            _check(name in OFFICIAL, f"“{name}” is none of the corpora {', '.join(OFFICIAL)}")
        for name in (*self.labels, *(name for pair in self.merge for name in pair)):
            _check(name in EMOTIONS, f"“{name}” is none of {', '.join(EMOTIONS)}")
        for old, _ in self.merge:
            _check(old not in self.labels, f"{old} is merged away and cannot be a label too")

    @property
    def window_frames(self) -> int:
        """The network's T: the window in frames, in whole steps of the network."""
        return self.network.whole_steps(self.spec.frames(self.window_s))

    def network_table(self) -> dict[str, Any]:
        """Plain data of the network, as the recipe's table tells it; of a file no more than its name."""
        sizes = dataclasses.asdict(self.network)
        kind = next(name for name, kind in KINDS.items() if kind is type(self.network))
        told = {name: Path(value).name if isinstance(value, str) else value for name, value in sizes.items()}
        return {"kind": kind, **told}


def names() -> tuple[str, ...]:
    """Bundled recipes, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(name_or_path: str) -> Recipe:
    """Read a bundled recipe by its name, or any TOML file by its path.

    Raises
    ------
    UserError
        There is no such recipe; or something in it is unknown, missing, of another type or out of range.
    """
    bundled = name_or_path in names()
    path = FOLDER / f"{name_or_path}.toml" if bundled else Path(name_or_path).expanduser()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UserError(
            "no-recipe",
            "There is no recipe “{name}”.",
            "Bundled are {names}.",
            "Give one of these, or the path of a TOML file.",
            name=name_or_path,
            names=", ".join(names()),
        ) from error
    except (OSError, ValueError) as error:
        raise _bad(path, f"it cannot be read: {error}") from error
    try:
        return _recipe(path.stem, data)
    except UserError as error:
        raise _bad(path, error.detail or error.title) from error


def _recipe(name: str, data: dict[str, Any]) -> Recipe:
    wanted = {field.name for field in fields(Recipe)} - {"name", "spec"} | {"features"}
    _keys(data, wanted, "the recipe")
    if missing := sorted(wanted - set(data)):
        raise _fault(f"{missing[0]} is missing")
    tables = {key: _table(data[key], key) for key in ("features", "network", "schedule", "merge")}
    features, network = tables["features"], tables["network"]
    normaliser = _typed(features.pop("normaliser", "none"), NormaliserKind, "features.normaliser")
    kind = network.pop("kind", None)
    if not isinstance(kind, str) or kind not in KINDS:
        raise _fault(f"network.kind must be one of {', '.join(KINDS)}")
    for key, value in network.items():
        _check(_reasonable(value), f"network.{key} must be 0 to {_MOST}")
    rest = {key: data[key] for key in wanted - set(tables)}
    return Recipe(
        name=name,
        spec=FeatureSpec(**_values(FeatureSpec, features, "features"), normaliser=Normaliser(normaliser)),
        network=KINDS[kind](**_values(KINDS[kind], network, "network")),
        schedule=Schedule(**_values(Schedule, tables["schedule"], "schedule")),
        merge=tuple((old, _typed(new, str, f"merge.{old}")) for old, new in tables["merge"].items()),
        **_values(Recipe, rest, ""),
    )


def _reasonable(value: Any) -> bool:
    """Whether a size or a share, or each of several, is one that a network may have."""
    if isinstance(value, list):
        return all(map(_reasonable, value))
    return not isinstance(value, int | float) or 0 <= value <= _MOST


def _values(cls: type[Any], table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Fields of a dataclass out of a TOML table, each of its own type; what is not given has its default."""
    kinds = get_type_hints(cls)
    dot = f"{where}." if where else ""
    _keys(table, {field.name for field in fields(cls)}, where)
    return {name: _typed(value, kinds[name], f"{dot}{name}") for name, value in table.items()}


def _typed(value: Any, kind: Any, where: str) -> Any:
    if get_origin(kind) is tuple:
        _check(isinstance(value, list), f"{where} must be a list")
        return tuple(_typed(item, get_args(kind)[0], where) for item in value)
    if choices := get_args(kind):
        _check(value in choices, f"{where} must be one of {', '.join(map(str, choices))}")
        return value
    accepted, told = _ACCEPTED[kind]
    _check(isinstance(value, accepted) and (kind is bool or not isinstance(value, bool)), f"{where} {told}")
    return float(value) if kind is float else value


_ACCEPTED: Mapping[type[Any], tuple[tuple[type, ...], str]] = {
    bool: ((bool,), "must be true or false"),
    int: ((int,), "must be a whole number"),
    float: ((int, float), "must be a number"),
    str: ((str,), "must be a text"),
}


def _table(value: Any, where: str) -> dict[str, Any]:
    _check(isinstance(value, dict), f"{where} must be a table")
    return dict(value)


def _keys(table: Iterable[str], known: set[str], where: str) -> None:
    for key in table:
        _check(key in known, f"{where} knows no “{key}”, only {', '.join(sorted(known))}")


def _check(holds: object, why: str) -> None:
    if not holds:
        raise _fault(why)


def _fault(why: str) -> UserError:
    reason = f"{why[0].upper()}{why[1:]}"
    return UserError("bad-request", "The training cannot begin.", "{reason}.", reason=reason)


def _bad(path: Path, why: str) -> UserError:
    return UserError(
        "bad-recipe",
        "This recipe cannot be used.",
        "{path}: {reason}",
        "Correct the file.",
        path=str(path),
        reason=why,
    )
