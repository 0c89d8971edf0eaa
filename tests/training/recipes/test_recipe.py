"""A recipe means what its file says, and no slip in it passes in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.architectures import KINDS, AttentionBilstm, DcnnBlstm
from ser_desktop.training.recipes import load
from ser_desktop.training.recipes.recipe import Recipe

GOOD = (Path(__file__).parents[1] / "small.toml").read_text(encoding="utf-8")

Write = Callable[[str], Recipe]


@pytest.fixture
def read(tmp_path: Path) -> Write:
    """Return a function that writes a recipe and reads it."""

    def written(text: str) -> Recipe:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return load(str(path))

    return written


def test_a_file_is_read_whole(read: Write) -> None:
    """Every value arrives where it belongs; the name is the file's."""
    recipe = read(GOOD)
    assert (recipe.name, recipe.title, recipe.window_s, recipe.variants) == ("mine", "Small", 1.0, 1)
    assert recipe.network == AttentionBilstm(stem=8, kernel=5, stride=2, units=(8,), attention=8)
    assert (recipe.schedule.epochs, recipe.schedule.steps, recipe.schedule.seed) == (3, 4, 1)
    assert (recipe.spec.delta_order, recipe.spec.normaliser.kind) == (0, "level")
    changed = GOOD.replace("merge = {}", 'merge = { calm = "neutral" }').replace("= 1.0", "= 2")
    assert (read(changed).merge, read(changed).window_s) == ((("calm", "neutral"),), 2.0)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Small"', "", "title is missing"),
        ("[network]", "[net]", "“net”"),
        ("stem = 8", "stems = 8", "“stems”"),
        ("stem = 8", "stem = 8.5", "network.stem must be a whole number"),
        ("stem = 8", "stem = -8", "network.stem must be 0 to"),
        ("units = [8]", "units = [8, 1_000_000]", "network.units must be 0 to"),
        ("stem = 8", "stem = true", "network.stem must be a whole number"),
        ("units = [8]", "units = 8", "network.units must be a list"),
        ("units = [8]", 'units = ["8"]', "network.units must be a whole number"),
        ('kind = "attention-bilstm"', 'kind = "transformer"', "network.kind must be one of"),
        ('kind = "attention-bilstm"', "", "network.kind"),
        ("delta_order = 0", "delta_order = 7", "delta_order must be"),
        ("delta_order = 0", 'delta_order = "none"', "features.delta_order must be a whole number"),
        ('normaliser = "level"', 'normaliser = "loud"', "features.normaliser must be one of none, training"),
        ("epochs = 3", "epochs = 0", "epochs must be"),
        ("epochs = 3", "speed = 3", "“speed”"),
        ("steps = 4", "steps = 0", "steps must be"),
        ("steps = 4", "seed = -1", "seed must be"),
        ("[schedule]", "[[schedule]]", "schedule must be a table"),
        ("variants = 1", "variants = -1", "variants must be"),
        ("window_s = 1.0", "window_s = 0.1", "window must be"),
        ("window_s = 1.0", "window_s = nan", "window must be"),
        ("window_s = 1.0", 'window_s = "long"', "window_s must be a number"),
        ("labels = []", 'labels = ["anger", "angry"]', "“angry” is none of anger"),
        ("labels = []", 'labels = "anger"', "labels must be a list"),
        ("merge = {}", 'merge = { clam = "neutral" }', "“clam”"),
        ("merge = {}", 'merge = { calm = "relaxed" }', "“relaxed”"),
        ("merge = {}", "merge = { calm = 1 }", "merge.calm must be a text"),
        ("corpora = []", 'corpora = ["emo-db"]', "“emo-db”"),
        ("title", "=", "it cannot be read"),
    ],
)
def test_a_slip_is_named(read: Write, old: str, new: str, told: str) -> None:
    """A misspelt word must not silently train another model than was meant."""
    assert old in GOOD
    with pytest.raises(UserError) as caught:
        read(GOOD.replace(old, new, 1))
    assert caught.value.code == "bad-recipe"
    assert told.lower() in caught.value.detail.lower()
    assert "mine.toml" in caught.value.detail


def test_merged_away_is_no_label(read: Write) -> None:
    """Else nobody would ever be heard as calm."""
    text = GOOD.replace("labels = []", 'labels = ["anger", "calm"]')
    with pytest.raises(UserError, match="cannot be used") as caught:
        read(text.replace("merge = {}", 'merge = { calm = "neutral" }'))
    assert "Calm is merged away" in caught.value.detail


def test_what_is_not_there_is_told() -> None:
    """With what there is instead."""
    with pytest.raises(UserError) as caught:
        load("generl")
    assert caught.value.code == "no-recipe"
    assert "general" in caught.value.detail


@pytest.mark.parametrize(("stride", "frames"), [(3, 300), (7, 301), (8, 304)])
def test_the_window_is_in_whole_steps(read: Write, stride: int, frames: int) -> None:
    """Three seconds, as near as the network's stride allows."""
    recipe = read(GOOD.replace("stride = 2", f"stride = {stride}").replace("= 1.0", "= 3.0"))
    assert recipe.window_frames == frames


def test_the_default_is_indifferent_to_level() -> None:
    """A quiet microphone must not sound sad."""
    assert load("general").spec.normaliser.kind == "speech"


@pytest.mark.parametrize("kind", KINDS)
def test_the_network_is_told_as_its_table(kind: str) -> None:
    """What a manifest tells of a network would make it again; a file is named without its place."""
    recipe = load("general")
    recipe = replace(recipe, network=KINDS[kind]())
    told = json.loads(json.dumps(recipe.network_table()))
    assert told.pop("kind") == kind
    lists = {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
    assert KINDS[kind](**lists) == KINDS[kind]()
    recipe = replace(recipe, network=DcnnBlstm(weights="/home/me/begin.weights.h5"))
    assert recipe.network_table()["weights"] == "begin.weights.h5"
