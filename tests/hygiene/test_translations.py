"""Every text that the window may show is there in every language, and is written so that it can be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from ser_desktop.ui.language import CONTEXT
from tools import translations
from tools.translations import TRANSLATED, Found, file_of, found, is_said, names, read, sources

KEPT = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)
"""A text that is kept elsewhere and marked there; not one that is put together."""


def told() -> list[Found]:
    """Return all that the source says, without the definitions of what marks it."""
    return [one for one in found() if one.module not in {"errors.py", "ui/language.py"}]


def test_no_text_is_put_together() -> None:
    """A key of translation is written whole in the source: no f-string, no sum of texts."""
    assert [str(one) for one in told() if one.text is None and not isinstance(one.node, KEPT)] == []


def test_marks_are_on_texts() -> None:
    """What is kept to be translated later is a text where it is marked."""
    marks = {"N_", "Phrase"}
    assert [str(one) for one in told() if one.mark in marks and one.text is None] == []


def test_names_are_filled_in() -> None:
    """Each name in braces has a value in the call: it would be seen, or end in a fault, otherwise."""
    said = [one for one in told() if one.text is not None and one.mark in {"tr", "UserError"}]
    assert [str(one) for one in said if not set(names(one.text or "")) <= one.values] == []
    assert [str(one) for one in said if one.mark == "tr" and set(names(one.text or "")) != one.values] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated(code: str) -> None:
    """No more texts than the source has, and no fewer; ``make translations`` brings the file up to date."""
    known = read(file_of(code))
    assert [text for text in sources() if text not in known] == []
    assert set(known) == set(sources())


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_fit_their_texts(code: str) -> None:
    """The same names in braces, spaces and end; a colon or an ellipsis says that something follows."""
    ends = (".", "…", ":", "?")
    for text, translated in read(file_of(code)).items():
        assert names(translated) == names(text), text
        assert (translated[:1].isspace(), translated[-1:].isspace()) == (
            text[:1].isspace(),
            text[-1:].isspace(),
        )
        assert [translated.endswith(end) for end in ends] == [text.endswith(end) for end in ends], text
        assert translated.count("\n") == text.count("\n"), text


@pytest.mark.parametrize("code", TRANSLATED)
def test_compiled_files_answer_as_the_others_say(code: str) -> None:
    """What the window reads is what was translated last."""
    translator = QTranslator()
    assert translator.load(str(file_of(code).with_suffix(".qm")))
    known = read(file_of(code))
    assert {text: translator.translate(CONTEXT, text) for text in known} == known


def test_a_text_that_is_not_translated_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is translated is kept, what is gone is dropped, what is new is listed with its place."""
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "translations")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "TRANSLATED", ("de",))
    texts = {"Old {name}": "ui/old.py", "Gone": "ui/old.py"}
    monkeypatch.setattr(translations, "sources", lambda: texts)
    assert translations.main() == 1
    path = translations.file_of("de")
    translations.write(path, "de", texts, {"Old {name}": "Alt <{name}>", "Gone": "Weg"})
    texts = {"New": "ui/new.py", "Old {name}": "ui/old.py"}
    capsys.readouterr()
    assert translations.main() == 1
    assert "missing, ui/new.py: New" in capsys.readouterr().out
    assert read(path) == {"Old {name}": "Alt <{name}>"}
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    assert translator.translate(CONTEXT, "Old {name}") == "Alt <{name}>"
    assert not translator.translate(CONTEXT, "New")


def test_texts_are_found(tmp_path: Path) -> None:
    """In all ways in which they are told; not those of a terminal, nor what has no word in it."""
    (tmp_path / "batch").mkdir()
    (tmp_path / "batch" / "run.py").write_text('raise UserError("x", "Terminal")')
    (tmp_path / "page.py").write_text(
        'a = tr("one") if b else tr("two" if c else "three {n}", n=1)\n'
        'd = {1: N_("four")}\n'
        'raise errors.UserError("code", "five " "and six", "{path}: {reason}", remedy="seven", path=d)\n'
        "tr(d[1])\n"
    )
    assert list(sources(tmp_path)) == ["one", "two", "three {n}", "four", "five and six", "seven"]
    assert not is_said("{path}: {reason}.")
    assert is_said("In {folder}.")
