"""A model folder is what its manifest says, or it is refused with the reason."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import (
    MANIFEST_FILE,
    MODEL_FILE,
    Manifest,
    Model,
    Tensors,
    find,
    installed,
    load,
)
from ser_desktop.results import EMOTIONS
from tests.features.strategies import json_values, specs
from tests.inference.references import a_reference, references

_SHOWN = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    """Draw any valid manifest."""
    spec = draw(specs(rate_hz=16_000))
    labels = tuple(draw(st.lists(st.sampled_from(EMOTIONS), min_size=1, unique=True)))
    attention_steps = draw(st.integers(0, 50))
    return Manifest(
        name=draw(st.text(_SHOWN, max_size=10)),
        title=draw(st.text(_SHOWN, max_size=10)),
        labels=labels,
        spec=spec,
        window_frames=draw(st.integers(1, 100)) * max(attention_steps, 1),
        attention_steps=attention_steps,
        sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        temperature=draw(st.floats(0.05, 20)),
        unsure_below=draw(st.floats(0, 1)),
        licence=draw(st.text(max_size=10)),
        training=draw(st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=3)),
        metrics={"test": {"all": {"uar": draw(st.floats(0, 1))}}},
        tensors=Tensors(personal=draw(st.sampled_from(["", "personal"]))),
        calibration=draw(st.none() | references(len(labels))),
    )


@pytest.fixture
def folder(model: Model, tmp_path: Path) -> Path:
    """Copy the shipped model to where it may be broken."""
    copy = tmp_path / "copy"
    shutil.copytree(model.folder, copy)
    return copy


def refusal(folder: Path) -> UserError:
    """Return the reason for which a folder is refused; it must be one."""
    with pytest.raises(UserError) as refused:
        load(folder)
    assert refused.value.code == "bad-model"
    assert refused.value.remedy
    return refused.value


@given(manifest=manifests())
def test_a_manifest_survives_its_file(manifest: Manifest) -> None:
    """What the trainer writes is what the program reads."""
    assert Manifest.from_json(manifest.to_json()) == manifest


def test_the_shipped_model_is_whole(model: Model) -> None:
    """Seven emotions, figures on held-out speakers clearly above chance, the licence of its recordings."""
    manifest = model.manifest
    assert manifest.name == model.folder.name
    assert set(manifest.labels) == {
        "anger",
        "disgust",
        "fear",
        "happiness",
        "neutral",
        "sadness",
        "surprise",
    }
    assert manifest.metrics["test"]["all"]["uar"] >= 0.45
    assert "research" in manifest.licence
    assert manifest.window_s == pytest.approx(3.0)
    assert Manifest.from_json(manifest.to_json()) == manifest


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"format": "1"},
        {"name": None},
        {"labels": []},
        {"labels": ["anger", "anger"]},
        {"labels": ["anger", "joy"]},
        {"labels": ["anger", 3]},
        {"labels": "anger"},
        {"window_frames": 0},
        {"window_frames": 10**9},
        {"window_frames": 300.0},
        {"attention_steps": -1},
        {"attention_steps": 301},
        {"attention_steps": 7},
        {"temperature": 0},
        {"temperature": float("nan")},
        {"temperature": True},
        {"unsure_below": 1.5},
        {"unsure_below": "0.4"},
        {"tensors": {"features": "x"}},
        {"tensors": {"features": 1, "probabilities": "p", "attention": "a"}},
        {"tensors": {"features": "f", "probabilities": "p", "attention": "a", "personal": None}},
        {"tensors": {"features": "f", "probabilities": "p", "attention": "a", "other": "o"}},
        {"training": []},
        {"metrics": None},
        {"spec": {}},
        {"calibration": 3},
        {"calibration": {"speech": [0.5]}},
        {"unknown": 1},
        {"title": "two\nlines"},
        {"title": "half of a \ud83d"},
        {"title": "long " * 1000},
        {"name": "a\u0007bell"},
        {"temperature": 10**4000},
        {"window_frames": 10**4000},
        {"unsure_below": float("inf")},
        {"metrics": json.loads('{"a":' * 30 + "0" + "}" * 30)},
        {"training": {"a": json.loads("[" * 30 + "]" * 30)}},
    ],
    ids=lambda changes: str(changes)[:40].encode("ascii", "replace").decode(),
)
def test_a_manifest_that_does_not_fit_is_refused(folder: Path, changes: dict[str, Any]) -> None:
    """Wrong types, sizes, labels: told when the model is loaded, not when somebody speaks."""
    stored = json.loads((folder / MANIFEST_FILE).read_text())
    (folder / MANIFEST_FILE).write_text(json.dumps({**stored, **changes}))
    assert str(folder) in refusal(folder).detail


@pytest.mark.parametrize("uar", [10**400, float("inf"), float("nan"), -1, "", None, [0.5], "0.5.5", 1e999])
def test_a_figure_that_is_none_is_not_shown(model: Model, uar: object) -> None:
    """Whoever made a model may have written anything there; it is listed without."""
    text = json.dumps({**json.loads(model.manifest.to_json()), "metrics": {"test": {"all": {"uar": uar}}}})
    assert Manifest.from_json(text).uar is None


def test_a_spec_the_pipeline_cannot_use_is_refused(model: Model) -> None:
    """Another rate than the speech detector's, or a normaliser without its statistics."""
    spec = model.manifest.spec
    telephone = dataclasses.replace(spec, rate_hz=8_000, high_hz=4_000.0)
    bare = dataclasses.replace(spec, normaliser=dataclasses.replace(spec.normaliser, mean=(), scale=()))
    for unusable in (telephone, bare):
        with pytest.raises(UserError) as refused:
            dataclasses.replace(model.manifest, spec=unusable)
        assert refused.value.code == "bad-model"


def test_a_manifest_from_before_there_was_calibration_is_read(model: Model) -> None:
    """It lacks the field, and that of the network's opinion, and offers none."""
    stored = json.loads(model.manifest.to_json())
    del stored["calibration"]
    del stored["tensors"]["personal"]
    older = dataclasses.replace(model.manifest, calibration=None, tensors=Tensors())
    assert Manifest.from_json(json.dumps(stored)) == older


def test_a_calibration_of_another_size_is_refused(model: Model) -> None:
    """Opinions on other emotions than the model's would be taken for those on its own."""
    with pytest.raises(UserError) as refused:
        dataclasses.replace(model.manifest, calibration=a_reference(len(model.manifest.labels) - 1))
    assert refused.value.code == "bad-model"


_DEMANDED = sorted({field.name for field in dataclasses.fields(Manifest)} - {"calibration"})


@pytest.mark.parametrize("missing", _DEMANDED)
def test_a_missing_field_is_refused(folder: Path, missing: str) -> None:
    """A stored manifest says everything."""
    stored = json.loads((folder / MANIFEST_FILE).read_text())
    del stored[missing]
    (folder / MANIFEST_FILE).write_text(json.dumps(stored))
    assert missing in refusal(folder).detail


@given(field=st.sampled_from([field.name for field in dataclasses.fields(Manifest)]), value=json_values())
def test_anything_in_a_field_is_refused_or_valid(model: Model, field: str, value: object) -> None:
    """Whatever stands in a field, there is a UserError or a manifest that survives its file."""
    stored = {**json.loads(model.manifest.to_json()), field: value}
    try:
        manifest = Manifest.from_json(json.dumps(stored))
    except UserError:
        return
    assert json.loads(manifest.to_json()).keys() == stored.keys()


@given(text=st.text(max_size=50) | st.sampled_from(["[" * 100_000, '{"a":' * 100_000, "9" * 5_000, "NaN"]))
def test_any_text_is_refused(text: str) -> None:
    """A manifest that is none ends in words, however it is broken."""
    with pytest.raises(UserError) as refused:
        Manifest.from_json(text)
    assert refused.value.code == "bad-model"


_NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and holes as in POSIX")


def _drop(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def _write(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def _cut(folder: Path) -> None:
    content = (folder / MODEL_FILE).read_bytes()
    (folder / MODEL_FILE).write_bytes(content[: len(content) // 2])


def _swap_a_bit(folder: Path) -> None:
    content = bytearray((folder / MODEL_FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / MODEL_FILE).write_bytes(bytes(content))


def _lead_to_a_device(name: str) -> Callable[[Path], object]:
    def harm(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).symlink_to("/dev/zero")

    return harm


def _replace_by_pipe(name: str) -> Callable[[Path], object]:
    def harm(folder: Path) -> None:
        (folder / name).unlink()
        os.mkfifo(folder / name)

    return harm


def _without_end(folder: Path) -> None:
    os.truncate(folder / MODEL_FILE, 10**12)  # takes no room on the disk


def _replace_by_folder(folder: Path) -> None:
    (folder / MODEL_FILE).unlink()
    (folder / MODEL_FILE).mkdir()


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(_drop(MANIFEST_FILE), id="no manifest"),
        pytest.param(_drop(MODEL_FILE), id="no weights"),
        pytest.param(_write(MANIFEST_FILE, b"\xff\xfe{"), id="not UTF-8"),
        pytest.param(_write(MANIFEST_FILE, b""), id="empty manifest"),
        pytest.param(_write(MANIFEST_FILE, b" " * 5_000_000), id="endless manifest"),
        pytest.param(_write(MODEL_FILE, b""), id="empty weights"),
        pytest.param(_write(MODEL_FILE, b"another model's weights"), id="swapped weights"),
        pytest.param(_cut, id="truncated weights"),
        pytest.param(_swap_a_bit, id="one bit"),
        pytest.param(_replace_by_folder, id="a folder"),
        *(
            pytest.param(harm(name), id=f"{name}, {harm.__name__}", marks=_NOT_ON_WINDOWS)
            for harm in (_lead_to_a_device, _replace_by_pipe)
            for name in (MODEL_FILE, MANIFEST_FILE)
        ),
        pytest.param(_without_end, id="a terabyte", marks=_NOT_ON_WINDOWS),
    ],
)
def test_a_broken_folder_is_refused(folder: Path, harm: Callable[[Path], object]) -> None:
    """A manifest vouches for its own weights, to the bit; the reason names the file."""
    load(folder)
    harm(folder)
    assert str(folder) in refusal(folder).detail


def test_models_are_found_by_name_and_by_folder(model: Model, folder: Path, tmp_path: Path) -> None:
    """The user's own models come first and hide shipped ones of the same name; a path works as well."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for place in (own / "mine", own / "general", shipped / "general", shipped / "other"):
        shutil.copytree(folder, place)
    (shipped / "not-a-model").mkdir()
    places = [own, shipped, tmp_path / "not-there"]
    assert installed(places) == [own / "general", own / "mine", shipped / "other"]
    assert find("general", places) == own / "general"
    assert find(str(folder), places) == folder
    assert load(find("other", places)).manifest == model.manifest
    with pytest.raises(UserError) as refused:
        find("nobody", places)
    assert refused.value.code == "no-model"
    assert "general, mine, other" in refused.value.detail
