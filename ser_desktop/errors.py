"""What a person reads when something goes wrong: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Phrase(str):
    """A text of the program's own among the values of a fault, which is translated as the fault is.

    Names of people's files and devices are plain strings, and stay as they are.
    """

    __slots__ = ()


class UserError(Exception):
    """A fault told in words: shown as it is by the window and by the terminal, never as a traceback.

    Parameters
    ----------
    code
        Short stable name in kebab-case, for tests and reports ("no-microphone").
    title
        What happened, in one sentence.
    detail
        What the program saw: the file, the device, the value.
    remedy
        What the person can do about it.
    values
        What stands for the names in braces in the three texts, so that these can be translated first.
    """

    def __init__(self, code: str, title: str, detail: str = "", remedy: str = "", **values: object) -> None:
        super().__init__(title)
        self.code = code
        self.templates = (title, detail, remedy)
        self.values = values

    @property
    def title(self) -> str:
        """What happened."""
        return self.told()[0]

    @property
    def detail(self) -> str:
        """What the program saw."""
        return self.told()[1]

    @property
    def remedy(self) -> str:
        """What the person can do about it."""
        return self.told()[2]

    def told(self, translate: Callable[[str], str] = str) -> tuple[str, str, str]:
        """Title, detail and remedy, in the language that ``translate`` brings a template into.

        A value that is a :class:`Phrase` is translated too; a fault that is the reason of this one is told
        in the same language.
        """
        values = {name: _said(value, translate) for name, value in self.values.items()}
        title, detail, remedy = (
            translate(template).format(**values) if values and template else translate(template)
            for template in self.templates
        )
        return title, detail, remedy

    def to_data(self) -> dict[str, Any]:
        """Return plain data: the texts as they are told, and apart what :meth:`from_data` needs."""
        return {
            "code": self.code,
            "title": self.title,
            "detail": self.detail,
            "remedy": self.remedy,
            "templates": list(self.templates),
            "values": {name: _plain(value) for name, value in self.values.items()},
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> UserError:
        """Return the fault that :meth:`to_data` described; its texts can be translated as before."""
        values = {name: _again_of(value) for name, value in data["values"].items()}
        title, detail, remedy = data["templates"]
        return cls(str(data["code"]), title, detail, remedy, **values)

    def __reduce__(self) -> tuple[Callable[..., UserError], tuple[object, ...]]:
        """Carry all parts to another process."""
        return _again, (type(self), self.code, self.templates, self.values)

    def __str__(self) -> str:
        return " ".join(part for part in self.told() if part)


def _said(value: object, translate: Callable[[str], str]) -> object:
    if isinstance(value, UserError):
        return " ".join(part for part in value.told(translate)[1:2] if part).rstrip(".")
    return translate(value) if isinstance(value, Phrase) else value


def _plain(value: object) -> object:
    if isinstance(value, UserError):
        return value.to_data()
    if isinstance(value, Phrase):
        return {"phrase": str(value)}
    return value if isinstance(value, str | int | float | bool) else str(value)


def _again_of(data: Any) -> object:
    if not isinstance(data, dict):
        return data
    return Phrase(data["phrase"]) if "phrase" in data else UserError.from_data(data)


def _again(
    kind: type[UserError], code: str, templates: tuple[str, str, str], values: dict[str, object]
) -> UserError:
    title, detail, remedy = templates
    return kind(code, title, detail, remedy, **values)
