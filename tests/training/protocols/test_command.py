"""``ser-desktop evaluate`` as a person asks for it: recordings in, a row and a page out; once is enough."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ser_desktop import cli, paths
from tests.training.voices import EMOTIONS, write_corpus

CODES = {"anger": "a", "neutral": "n", "sadness": "sa"}
MISSING = {"disgust": "d", "fear": "f", "happiness": "h", "surprise": "su"}
QUICK = Path(__file__).parents[1] / "quick.toml"


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Write made voices under the names of SAVEE; emotions that nobody made sound like anger, but later."""
    made = write_corpus(tmp_path / "made", speakers=4, takes=4)
    root = tmp_path / "recordings"
    for number, speaker in enumerate(("DC", "JE", "JK", "KL")):
        folder = root / "savee" / speaker
        folder.mkdir(parents=True)
        for emotion in EMOTIONS:
            for take in range(4):
                sound = made / emotion / f"speaker{number}" / f"{take:02}.wav"
                shutil.copy(sound, folder / f"{CODES[emotion]}{take + 1:02}.wav")
        for code in MISSING.values():
            for take in range(3):
                content = (folder / f"a{take + 1:02}.wav").read_bytes()
                (folder / f"{code}{take + 1:02}.wav").write_bytes(content + code.encode() * 2)
    return root


def test_a_protocol_becomes_a_row_and_a_page(
    recordings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One fold in a child process; asked for again, nothing is trained and nothing changes."""
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "cache")
    monkeypatch.setattr(paths, "home", lambda: tmp_path / "home")
    words = f"evaluate --protocol S2 --recipe {QUICK} --recordings {recordings} --jobs 1".split()
    assert cli.run(words) == 0
    results = tmp_path / "home" / "models" / "results" / "S2.json"
    first = results.read_bytes()
    (told,) = json.loads(first)["rows"]
    assert (told["system"], told["seeds"], told["baseline"]) == ("quick", [1], False)
    assert told["command"] == "ser-desktop evaluate --protocol S2 --recipe quick.toml --seeds 1"
    assert told["clips"] == round(0.2 * len(list(recordings.rglob("*.wav"))))
    assert "quick: UAR" in capsys.readouterr().out
    page = (tmp_path / "home" / "docs" / "RESULTS.md").read_text(encoding="utf-8")
    assert f"`{told['command']}`" in page

    monkeypatch.setattr("ser_desktop.training.protocols.course.run_jobs", pytest.fail)
    assert cli.run(words) == 0
    assert "1 of 1 folds were done before" in capsys.readouterr().out
    assert results.read_bytes() == first


@pytest.mark.parametrize(("words", "told"), [([], "--recordings"), (["--recordings", "."], "emodb")])
def test_where_no_recordings_are_it_says_what_to_do(
    words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder, or one without the corpus: told in words before any work."""
    monkeypatch.delenv("SER_CORPORA", raising=False)
    assert cli.run(["evaluate", "--protocol", "p1", "--recipe", str(QUICK), *words]) == 1
    assert told in capsys.readouterr().err
