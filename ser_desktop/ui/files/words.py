"""What the files page says, in words. No Qt here."""

from __future__ import annotations

from ser_desktop.engine.filejobs import Job, Stage
from ser_desktop.results import Analysis, Prediction
from ser_desktop.ui.words import ADJECTIVES, NOUNS, percent

INVITATION = "Drop recordings to hear how they sound"
FORMATS = "WAV, FLAC, Ogg, Opus, MP3 and AIFF, at any rate; folders too."
SEARCHING = "Looking for recordings…"
NOTHING_FOUND = "There was no recording in what was dropped."

# What a row says in a word or two where a recording could not be analysed; the rest is told below the table.
_REASONS = {
    "not-audio": "Not audio",
    "empty-audio": "Empty",
    "damaged-audio": "Damaged",
    "unknown-length": "Damaged",
    "too-short": "Too short",
    "no-permission": "No permission",
    "file-not-found": "Not there",
    "file-not-readable": "Not readable",
    "not-a-file": "No file",
    "no-model": "No model",
}
_STAGES = {Stage.WAITING: "Waiting", Stage.DONE: "Done", Stage.CANCELLED: "Cancelled"}


def clock(seconds: float, digits: int = 1) -> str:
    """Write a time as people do: 7.5 s, 2:05, 1:02:03.

    Examples
    --------
    >>> clock(125.4)
    '2:05'
    """
    if seconds < 60:
        return f"{seconds:.{digits}f}\N{NARROW NO-BREAK SPACE}s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def state(job: Job) -> str:
    """Say how far a recording is."""
    if job.stage is Stage.RUNNING:
        return percent(job.share) if job.done_s else "Begun"
    if job.stage is Stage.FAILED:
        return _REASONS.get(job.error.code, "Failed") if job.error else "Failed"
    if job.analysis is not None and job.analysis.note:
        return "Cut off" if "cut off" in job.analysis.note else "Damaged"
    return _STAGES[job.stage]


def sounds(prediction: Prediction | None) -> tuple[str, str]:
    """Return icon and word for an answer: an emotion, unsure, or no speech."""
    if prediction is None:
        return "silence", "No speech"
    if prediction.label is None:
        return "unsure", "Unsure"
    return prediction.label, NOUNS[prediction.label]


def sentence(prediction: Prediction | None) -> str:
    """Say how something sounds: "sounds angry 71 %, then afraid 14 %"."""
    if prediction is None:
        return "no speech"
    (first, share), *rest = prediction.ranked
    second = f", then {ADJECTIVES[rest[0][0]]} {percent(rest[0][1])}" if rest else ""
    if prediction.label is None:
        return f"unsure, perhaps {ADJECTIVES[first]} {percent(share)}{second}"
    return f"sounds {ADJECTIVES[first]} {percent(share)}{second}"


def whole(job: Job) -> tuple[str, str]:
    """Return icon and sentence for a whole recording: how it sounds, how far it is, or why neither."""
    if job.analysis is not None:
        prediction = job.analysis.prediction
        return sounds(prediction)[0], f"Whole recording: {sentence(prediction)}"
    if job.stage is Stage.FAILED and job.error is not None:
        return "fault", " ".join(part for part in (job.error.title, job.error.remedy) if part)
    if job.stage is Stage.RUNNING:
        return "", f"Being analysed: {percent(job.share)}"
    return "", _STAGES[job.stage]


def selection(start_s: float, end_s: float, answer: str) -> str:
    """Say how a selected stretch sounds."""
    return f"Selection {start_s:.1f} to {end_s:.1f}\N{NARROW NO-BREAK SPACE}s: {answer}"


def utterances(analysis: Analysis) -> str:
    """Say how many there are."""
    count = len(analysis.segments)
    return "1 utterance" if count == 1 else f"{count} utterances"


def details(job: Job) -> tuple[str, str]:
    """Return a title and a line about a row: why it failed and what to do, or how it sounds."""
    if job.error is not None and job.stage is Stage.FAILED:
        return job.error.title, " ".join(part for part in (job.error.detail, job.error.remedy) if part)
    if job.analysis is not None:
        said = sentence(job.analysis.prediction)
        facts = [clock(job.analysis.duration_s), utterances(job.analysis), job.analysis.note]
        return said[0].upper() + said[1:], " · ".join(fact for fact in facts if fact)
    return state(job), str(job.path)


def confidence(job: Job) -> str:
    """Write how sure the answer is, if there is one."""
    prediction = job.analysis.prediction if job.analysis else None
    return percent(prediction.confidence) if prediction is not None else ""


def left(seconds: float) -> str:
    """Say roughly how long something takes."""
    if seconds < 60:
        return "less than a minute left"
    minutes = round(seconds / 60)
    if minutes < 60:
        return "about 1 minute left" if minutes == 1 else f"about {minutes} minutes left"
    hours = round(seconds / 3600)
    return "about 1 hour left" if hours == 1 else f"about {hours} hours left"
