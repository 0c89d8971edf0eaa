"""What was found in a folder of recordings, and what is wanted there, as text to read (Markdown)."""

from __future__ import annotations

from ser_desktop.engine.trainer import Found, LeftOut, Looked
from ser_desktop.results import FEWEST_SPEAKERS
from ser_desktop.ui.language import N_, number, of_error, tr
from ser_desktop.ui.words import noun

_MOST_REASONS = 6
_DRAWING = N_(
    "recordings/\n"
    "  anger/\n"
    "    anna/   one.wav  two.wav\n"
    "    ben/    one.wav\n"
    "  sadness/\n"
    "    anna/   one.wav"
)
_WANTED = N_(
    "A folder for each emotion, and in it one for each person who speaks. The other way round does too, and "
    "without folders for people where nobody knows who speaks. Emotions may be named in English, German, "
    "Italian, French, Spanish or Portuguese."
)
_HOW_MANY = N_(
    "With ten people or more some can be kept apart: how the model does on them is what strangers may "
    "expect. At least four are needed for that. Your own voice alone will do as well, with some twenty "
    "recordings of each emotion; the model then works for your voice, and its figure says nothing about "
    "anybody else's."
)


def wanted() -> str:
    """Say what a folder should look like, with a drawing, and how many people it takes."""
    drawing = "\n".join(f"    {line}" for line in tr(_DRAWING).splitlines())
    return "\n\n".join(
        (
            f"## {tr('What the folder should look like')}",
            tr(_WANTED),
            drawing,
            f"## {tr('How many people?')}",
            tr(_HOW_MANY),
        )
    )


def told(looked: Looked) -> str:
    """Say what a folder holds, and whether a model can be made of it."""
    parts = []
    if looked.error is not None:
        title, detail, remedy = map(_plain, of_error(looked.error))
        parts += [f"## {title}", f"{detail} {remedy}".strip()]
    if looked.found is not None:
        parts += _counted(looked.found, ready=looked.error is None)
    if looked.error is not None or looked.found is None or not looked.found.strangers:
        parts.append(wanted())
    return "\n\n".join(parts)


def summary(found: Found) -> str:
    """Say in one line how much there is."""
    clips = tr("1 recording") if found.clips == 1 else tr("{count} recordings", count=found.clips)
    people = len(found.speakers)
    speakers = tr("1 person") if people == 1 else tr("{count} people", count=people)
    emotions = tr("1 emotion") if len(found.labels) == 1 else tr("{count} emotions", count=len(found.labels))
    return ", ".join([clips, emotions, speakers] if people else [clips, emotions])


def worth(found: Found) -> str:
    """Say honestly what a model of these recordings will be good for."""
    people = len(found.speakers)
    if found.strangers:
        return tr(
            "Some people are kept apart, and the model is measured on them: that figure is for strangers."
        )
    if people == 1 and not found.unnamed:
        return tr(
            "One person speaks. The model will work for that voice; how it does on others nobody will know."
        )
    if not people:
        return tr(
            "Nobody said who speaks. The model will know these voices; its figure will say nothing of others."
        )
    return tr(
        "Too few people speak to keep any apart ({count}, and {least} are needed). The model will know these "
        "voices; its figure will not hold for strangers.",
        count=people,
        least=FEWEST_SPEAKERS,
    )


def _counted(found: Found, *, ready: bool) -> list[str]:
    parts = [f"## {summary(found)}"]
    if ready:
        parts.append(worth(found))
    parts.append(", ".join(f"{noun(label)} {number(count)}" for label, count in found.labels))
    if found.unnamed and found.speakers:
        parts.append(tr("Of {count} recordings nobody knows who speaks.", count=found.unnamed))
    if found.left_out:
        parts.append(f"## {tr('Left out')}")
        reasons = [f"- {_reason(each)}" for each in found.left_out[:_MOST_REASONS]]
        more = len(found.left_out) - _MOST_REASONS
        if more > 0:
            reasons.append(f"- {tr('{count} more reasons', count=more)}")
        parts.append("\n".join(reasons))
    return parts


def _reason(left_out: LeftOut) -> str:
    """Say why some recordings were left out, and name one."""
    title = _plain(of_error(left_out.reason)[0].rstrip("."))
    name = _plain(left_out.example.name)
    if left_out.count == 1:
        return f"{name}: {title}"
    return tr("{count} recordings, as {name}: {why}", count=left_out.count, name=name, why=title)


def _plain(text: str) -> str:
    """Let nothing in a text be taken for Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-!|~" else sign for sign in text)
