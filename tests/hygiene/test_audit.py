"""What was not checked is never called good, and what is wrong is seen."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version

from ser_desktop.ui.dialogs.parts import parts
from tools.audit import advisories, index, installed
from tools.audit.outcome import Outcome, verdict
from tools.locked import Pin

PIN = Pin("voice", Version("1.4"), None, frozenset({"a" * 64, "b" * 64}))

outcomes = st.builds(
    Outcome,
    st.sampled_from(["versions", "index", "vulnerabilities"]),
    st.just("some packages"),
    st.lists(st.just("one is wrong")).map(tuple),
    st.sampled_from(["", "nobody answered"]),
)


@given(st.lists(outcomes, min_size=1), st.sets(st.sampled_from(["index", "vulnerabilities"])))
def test_only_what_was_checked_whole_is_called_good(made: list[Outcome], accepted: set[str]) -> None:
    """A green word for what nobody looked at is worse than no audit."""
    words, status = verdict(made, accepted)
    for outcome in made:
        if outcome.faults or outcome.unchecked:
            assert not outcome.lines[0].startswith("checked")
            assert outcome.name in words
        if outcome.unchecked:
            assert any("NOT CHECKED" in line for line in outcome.lines)
    good = not any(one.faults or (one.unchecked and one.name not in accepted) for one in made)
    assert (status == 0) is good


def test_a_scanner_that_nobody_answered_found_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer pip-audit leaves with "No known vulnerabilities found" and status 0."""
    silent = {"dependencies": [{"name": "voice", "skip_reason": "could not be audited"}], "fixes": []}
    answer = CompletedProcess([], 0, json.dumps(silent), "No known vulnerabilities found")
    monkeypatch.setattr(advisories, "_run", lambda *_: answer)
    outcome = advisories.check([PIN], None)
    assert outcome.unchecked.startswith("1 of 1")
    assert not outcome.faults


def test_a_scanner_that_breaks_off_found_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network the other service ends with a traceback."""
    answer = CompletedProcess([], 1, "", "Traceback\nConnectionError: no such host")
    monkeypatch.setattr(advisories, "_run", lambda *_: answer)
    outcome = advisories.check([PIN], None)
    assert "no such host" in outcome.unchecked
    assert outcome.lines[0].startswith("NOT CHECKED")


def test_what_one_service_does_not_know_the_other_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vulnerability that the second service knows is a fault, and nothing is left unchecked."""
    bad = {"id": "PYSEC-1", "fix_versions": ["1.5"]}
    answers = {
        "pypi": {"dependencies": [{"name": "voice", "skip_reason": "not here"}]},
        "osv": {"dependencies": [{"name": "Voice", "version": "1.4", "vulns": [bad]}]},
    }
    monkeypatch.setattr(
        advisories, "_run", lambda service, _: CompletedProcess([], 0, json.dumps(answers[service]), "")
    )
    outcome = advisories.check([PIN], None)
    assert outcome.faults == ("Voice 1.4: PYSEC-1, mended in 1.5",)
    assert not outcome.unchecked


def advisory(**changes: Any) -> dict[str, Any]:
    """Return an advisory as OSV writes it, about all releases before 1.5."""
    events = [{"introduced": "0"}, {"fixed": "1.5"}]
    affected = {
        "package": {"ecosystem": "PyPI", "name": "Voice"},
        "ranges": [{"type": "ECOSYSTEM", "events": events}],
    }
    return {"id": "PYSEC-1", "modified": "2026-01-02T00:00:00Z", "affected": [affected | changes]}


@pytest.mark.parametrize(
    ("changes", "hit"),
    [
        ({}, True),
        ({"package": {"ecosystem": "npm", "name": "voice"}}, False),
        ({"package": {"ecosystem": "PyPI", "name": "choice"}}, False),
        ({"ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.5"}]}]}, False),
        (
            {"ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "1.4"}]}]},
            True,
        ),
        (
            {"ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "1.3"}]}]},
            False,
        ),
        ({"ranges": [], "versions": ["1.4"]}, True),
        ({"ranges": [{"type": "GIT", "events": [{"introduced": "0"}]}]}, False),
    ],
)
def test_advisories_are_matched_by_list_and_by_range(
    tmp_path: Path, changes: dict[str, Any], *, hit: bool
) -> None:
    """A file of advisories, fetched elsewhere, tells of this release what it says, and of which day it is."""
    file = tmp_path / "all.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("PYSEC-1.json", json.dumps(advisory(**changes)))
        archive.writestr("PYSEC-2.json", json.dumps(advisory() | {"withdrawn": "2026-01-03T00:00:00Z"}))
    outcome = advisories.check([PIN], file)
    assert outcome.faults == (("voice 1.4: PYSEC-1",) if hit else ())
    assert "2026-01-02" in outcome.seen


def test_an_empty_file_of_advisories_is_no_check(tmp_path: Path) -> None:
    """A download that went wrong clears nobody."""
    file = tmp_path / "all.zip"
    zipfile.ZipFile(file, "w").close()
    assert advisories.check([PIN], file).unchecked


def listed(wheel: str = "voice-1.4-py3-none-any.whl", digest: str = "a", **more: Any) -> dict[str, Any]:
    """Return a file as the index lists it."""
    return {"filename": wheel, "hashes": {"sha256": digest * 64}, **more}


WHOLE = [listed(), listed("voice-1.4.tar.gz", "b"), listed("voice-1.5-py3-none-any.whl", "c")]


def test_a_release_as_it_was_locked_passes() -> None:
    """The check passes where all is well, else its faults would say nothing."""
    assert list(index.told(PIN, WHOLE)) == []


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (WHOLE[:1], "1 of 2 locked files are not on the index"),
        ([listed(yanked="it breaks"), WHOLE[1]], "withdrawn: it breaks"),
        ([listed(**{"requires-python": "<3.13"}), WHOLE[1]], "no wheel for Python 3.13 on linux"),
        ([listed("voice-1.4-cp311-abi3-win_amd64.whl"), WHOLE[1]], "no wheel for Python 3.11 on darwin"),
        ([WHOLE[1]], "no wheel for Python 3.12 on win32"),
    ],
)
def test_what_the_index_says_otherwise_is_told(files: list[dict[str, Any]], fault: str) -> None:
    """A file exchanged or withdrawn since the lock was made, or one that a supported machine cannot take."""
    assert any(fault in line for line in index.told(PIN, files))


def test_an_index_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection is no answer."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    outcome = index.check([PIN])
    assert "voice" in outcome.unchecked
    assert outcome.lines[0].startswith("NOT CHECKED")


@pytest.fixture
def distribution(tmp_path: Path) -> Distribution:
    """Install a package of one file by hand."""
    code = b"print('a voice')\n"
    digest = base64.urlsafe_b64encode(hashlib.sha256(code).digest()).rstrip(b"=").decode()
    (tmp_path / "voice.py").write_bytes(code)
    info = tmp_path / "voice-1.4.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: voice\nVersion: 1.4\n", encoding="utf-8")
    (info / "RECORD").write_text(
        f"voice.py,sha256={digest},{len(code)}\nvoice-1.4.dist-info/RECORD,,\n", encoding="utf-8"
    )
    return PathDistribution(info)


def test_an_installed_file_that_was_changed_is_seen(distribution: Distribution, tmp_path: Path) -> None:
    """What runs is what was installed: a file written over, by whomever, or taken away is told."""
    assert not installed.files([distribution]).faults
    code = tmp_path / "voice.py"
    code.write_bytes(code.read_bytes().replace(b"a voice", b"a noise"))
    assert "is not what was installed" in installed.files([distribution]).faults[0]
    code.unlink()
    assert "is missing" in installed.files([distribution]).faults[0]


def test_a_package_without_a_list_of_its_files_is_not_called_good(
    distribution: Distribution, tmp_path: Path
) -> None:
    """Nothing is known of it."""
    (tmp_path / "voice-1.4.dist-info" / "RECORD").unlink()
    assert "voice" in installed.files([distribution]).unchecked


def test_another_release_than_the_locked_one_is_told(distribution: Distribution) -> None:
    """Nobody tested with it."""
    assert not installed.versions([distribution], [PIN]).faults
    newer = Pin("voice", Version("1.5"), None, PIN.hashes)
    assert installed.versions([distribution], [newer]).faults == ("voice 1.4 is installed, 1.5 is locked",)
    assert installed.versions([distribution], []).faults == ("voice 1.4 is in no lock",)


@pytest.mark.parametrize(
    ("licence", "good"),
    [
        ("MIT", True),
        ("MPL-2.0 AND MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only (Qt: LGPL-3.0-only)", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only, MIT License", False),
        ("Proprietary", False),
        ("?", False),
    ],
)
def test_licences_are_read_as_they_are_written(licence: str, *, good: bool) -> None:
    """Of alternatives one is enough; of what holds together each counts; what is unknown is not allowed."""
    assert installed.allowed(licence) is good


def test_all_that_is_shipped_may_be_shipped() -> None:
    """A new dependency whose terms the program cannot keep is seen before anybody gets it."""
    assert installed.licences(parts()).faults == ()
