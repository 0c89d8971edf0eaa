"""What a person reads when something goes wrong: what happened, and what to do."""

from __future__ import annotations


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
    """

    def __init__(self, code: str, title: str, detail: str = "", remedy: str = "") -> None:
        super().__init__(title)
        self.code = code
        self.title = title
        self.detail = detail
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str, str, str]]:
        """Carry all four parts to another process."""
        return type(self), (self.code, self.title, self.detail, self.remedy)

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.detail, self.remedy) if part)
