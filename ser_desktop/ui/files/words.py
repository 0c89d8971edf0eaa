"""What the files page says, in the window's language."""

from __future__ import annotations

import re

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.results import Analysis, Prediction
from ser_desktop.ui.language import N_, number, of_error, tr
from ser_desktop.ui.words import adjective, missing_line, noun, percent

INVITATION = N_("Drop recordings to hear how they sound")
FORMATS = N_("WAV, FLAC, Ogg, Opus, MP3 and AIFF, at any rate; folders too.")
SEARCHING = N_("Looking for recordings…")

# What a row says in a word or two where a recording could not be analysed; the rest is told below the table.
_REASONS = {
    "not-audio": N_("Not audio"),
    "empty-audio": N_("Empty"),
    "damaged-audio": N_("Damaged"),
    "unknown-length": N_("Damaged"),
    "too-short": N_("Too short"),
    "no-permission": N_("No permission"),
    "file-not-found": N_("Not there"),
    "file-not-readable": N_("Not readable"),
    "not-a-file": N_("No file"),
    "no-model": N_("No model"),
}
_FAILED = N_("Failed")
_CUT_OFF = N_("Its header promises more sound than the file holds: it was cut off, or never finished.")
_NO_NUMBERS = N_("It holds samples that are no numbers; they count as silence.")
_DAMAGED = re.compile(r"It is damaged after (\d+) s; the rest was not heard\.")
_STAGES = {Stage.WAITING: N_("Waiting"), Stage.DONE: N_("Done"), Stage.CANCELLED: N_("Cancelled")}


def clock(seconds: float, digits: int = 1) -> str:
    """Write a time as people do: 7.5 s, 2:05, 1:02:03.

    Examples
    --------
    >>> clock(125.4)
    '2:05'
    """
    if seconds < 60:
        return f"{number(seconds, digits)}\N{NARROW NO-BREAK SPACE}s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def state(job: Job) -> str:
    """Say how far a recording is."""
    if job.stage is Stage.RUNNING:
        return percent(job.share) if job.done_s else tr("Begun")
    if job.stage is Stage.FAILED:
        return tr(_REASONS.get(job.error.code, _FAILED) if job.error else _FAILED)
    if job.analysis is not None and job.analysis.note:
        return tr("Cut off") if "cut off" in job.analysis.note else tr("Damaged")
    return tr(_STAGES[job.stage])


def sounds(prediction: Prediction | None) -> tuple[str, str]:
    """Return icon and word for an answer: an emotion, unsure, or no speech."""
    if prediction is None:
        return "silence", tr("No speech")
    if prediction.label is None:
        return "unsure", tr("Unsure")
    return prediction.label, noun(prediction.label)


def sentence(prediction: Prediction | None) -> str:
    """Say how something sounds: "sounds angry 71 %, then afraid 14 %"."""
    if prediction is None:
        return tr("no speech")
    told = [(adjective(label), percent(share)) for label, share in prediction.ranked[:2]]
    how, share = told[0]
    if prediction.label is None:
        said = tr("unsure, perhaps {how} {share}", how=how, share=share)
    else:
        said = tr("sounds {how} {share}", how=how, share=share)
    if len(told) == 1:
        return said
    how, share = told[1]
    return f"{said}, {tr('then {how} {share}', how=how, share=share)}"


def whole(job: Job) -> tuple[str, str]:
    """Return icon and sentence for a whole recording: how it sounds, how far it is, or why neither."""
    if job.analysis is not None:
        prediction = job.analysis.prediction
        return sounds(prediction)[0], tr("Whole recording: {answer}", answer=sentence(prediction))
    if job.stage is Stage.FAILED and job.error is not None:
        title, _, remedy = of_error(job.error)
        return "fault", " ".join(part for part in (title, remedy) if part)
    if job.stage is Stage.RUNNING:
        return "", tr("Being analysed: {share}", share=percent(job.share))
    return "", tr(_STAGES[job.stage])


def selection(start_s: float, end_s: float, answer: str) -> str:
    """Say how a selected stretch sounds."""
    start, end = number(start_s, 1), f"{number(end_s, 1)}\N{NARROW NO-BREAK SPACE}s"
    return tr("Selection {start} to {end}: {answer}", start=start, end=end, answer=answer)


def utterances(analysis: Analysis) -> str:
    """Say how many there are."""
    count = len(analysis.segments)
    return tr("1 utterance") if count == 1 else tr("{count} utterances", count=count)


def facts(length_s: float, rate_hz: int, analysis: Analysis | None) -> str:
    """Say how long a recording is, at which rate, and what is known of it; 0 Hz while nobody knows."""
    parts = [clock(length_s), f"{number(rate_hz / 1000, None)} kHz" if rate_hz else ""]
    if analysis is not None:
        parts += [utterances(analysis), note(analysis), missing_line(analysis.missing)]
    return " · ".join(part for part in parts if part)


def details(job: Job) -> tuple[str, str]:
    """Return a title and a line about a row: why it failed and what to do, or how it sounds."""
    if job.error is not None and job.stage is Stage.FAILED:
        title, detail, remedy = of_error(job.error)
        return title, " ".join(part for part in (detail, remedy) if part)
    if job.analysis is not None:
        said = sentence(job.analysis.prediction)
        return said[0].upper() + said[1:], facts(job.analysis.duration_s, 0, job.analysis)
    return state(job), str(job.path)


def note(analysis: Analysis) -> str:
    """Say what is to be known of the recording itself; results keep it in English, as all that is data."""
    damaged = _DAMAGED.fullmatch(analysis.note)
    if damaged:
        return tr("It is damaged after {length} s; the rest was not heard.", length=damaged[1])
    told = analysis.note
    for known in (_CUT_OFF, _NO_NUMBERS):
        told = told.replace(known, tr(known))
    return told


def confidence(job: Job) -> str:
    """Write how sure the answer is, if there is one."""
    prediction = job.analysis.prediction if job.analysis else None
    return percent(prediction.confidence) if prediction is not None else ""


def left(seconds: float) -> str:
    """Say roughly how long something takes."""
    if seconds < 60:
        return tr("less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("about 1 minute left") if minutes == 1 else tr("about {count} minutes left", count=minutes)
    hours = round(seconds / 3600)
    return tr("about 1 hour left") if hours == 1 else tr("about {count} hours left", count=hours)
