"""Takes the names of people's files out of texts that are kept, or may be passed on."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

_MOST_NAMES = 1000
_SUFFIXES = (
    "wav|wave|w64|rf64|flac|ogg|oga|opus|mp3|m4a|aac|wma|webm|mp4|aiff?|aifc|au|caf"
    "|csv|json|txt|textgrid|eaf|png|zip|tflite|toml"
)
_OURS = re.compile(
    r".*/(?:site-packages|dist-packages|lib/python3\.\d+|(?=ser_desktop/))/?(.+\.(?:py|so|pyd))"
)
_SYSTEM = re.compile(r"/(?:usr|lib|lib64|etc|dev|proc|sys|bin|snap|System|Library)(?:/|$)|[A-Z]:/Windows/")
_FRAME = re.compile(r'(?P<before>[ |+-]*File )"(?P<path>[^"\n]+)"(?P<after>,? line \d+.*)')
_SOURCE = re.compile(r"[ |]{4,}\S")
_QUOTED = re.compile(r"""(?<!\w)(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|“[^“”\n]*”)(?!\w)""")
_PATH = re.compile(r"""(?<![\w.<>/\\])(?:[A-Za-z]:[\\/]|\\\\|~/|/(?=[^\s/]))(?:[^\n:]|:(?=[\\/]))+""")
_BETWEEN = re.compile(r"""<file [^>]*>|[^\n'"“”/\\:<>]+""")
_ENDING = re.compile(rf"\.(?:{_SUFFIXES})(?!\w)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")
_HIDDEN = re.compile(r"<file [^>]*>")


class Discretion:
    """Hides names of files, and knows them again as long as it lives; they are in memory alone.

    A name becomes ``<file 9c41-3.wav>``, the same one each time, and none that another run knows. Of the
    program's own source the place within the program stays, of the system's own files all. What looks like a
    name is one: better too much is hidden.
    """

    def __init__(self) -> None:
        self._run = secrets.token_hex(2)
        self._names: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """Return a text, or a traceback, without them."""
        return "\n".join(self._lines(text.split("\n")))

    def show(self, text: str) -> str:
        """Return a text as it was before :meth:`hide`, as far as that is still known."""
        for name, sign in reversed(list(self._names.items())):  # a name may hold what was hidden before it
            text = text.replace(sign, name)
        return text

    def _lines(self, lines: list[str]) -> Iterator[str]:
        in_frame = False
        for line in lines:
            frame = _FRAME.fullmatch(line)
            if frame:
                yield f'{frame["before"]}"{self._source(frame["path"])}"{frame["after"]}'
            elif in_frame and _SOURCE.match(line):  # our source, as it stands in the file
                yield line
            else:
                yield self._line(line)
            in_frame = frame is not None

    def _line(self, line: str) -> str:
        line = _QUOTED.sub(self._quoted, line)
        line = _PATH.sub(lambda match: self._path(match[0]), line)
        return _BETWEEN.sub(self._named, line)

    def _named(self, match: re.Match[str]) -> str:
        """Hide what ends as files do, from the beginning of what belongs together: names have spaces."""
        words = match[0]
        ends = [ending.end() for ending in _ENDING.finditer(words)]
        if not ends or words.startswith("<"):
            return words
        name = words[: ends[-1]].lstrip()
        return words[: ends[-1] - len(name)] + self._sign(name) + words[ends[-1] :]

    def _quoted(self, match: re.Match[str]) -> str:
        inside = match[0][1:-1]
        named = "/" in inside or "\\" in inside or _ENDING.search(inside)
        return f"{match[0][0]}{self._path(inside)}{match[0][-1]}" if named else match[0]

    def _source(self, path: str) -> str:
        """Shorten where some source lies; what is short already, or in no file, stays."""
        ours = _OURS.fullmatch(path.replace("\\", "/"))
        if ours:
            return ours[1]
        return self._path(path) if _ABSOLUTE.match(path) else path

    def _path(self, path: str) -> str:
        plain = path.replace("\\", "/")
        return path if _SYSTEM.match(plain) else self._sign(path)

    def _sign(self, name: str) -> str:
        if _HIDDEN.fullmatch(name):
            return name
        if name not in self._names and len(self._names) >= _MOST_NAMES:
            return "<file>"
        suffix = re.search(rf"\.(?:{_SUFFIXES})$", name, re.IGNORECASE)
        number = f"{self._run}-{len(self._names) + 1}"
        return self._names.setdefault(name, f"<file {number}{suffix[0] if suffix else ''}>")


def without_home(text: str) -> str:
    """Return a text in which the person's own folder is ``~``: its name is mostly theirs."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text
