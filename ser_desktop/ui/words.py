"""What the window says, in words: how a moment of the engine reads. No Qt here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ser_desktop.errors import UserError
from ser_desktop.results import (
    Analysis,
    Clip,
    Device,
    DeviceId,
    Level,
    Phase,
    Prediction,
    Recording,
    Segment,
    Snapshot,
    State,
)

PRIVACY = "Everything stays on this computer."
ATTENTION = "Attention"
NO_ATTENTION = "This model does not show what it attends to."
NO_SESSION = "Nothing was decided in this session yet."
NO_MODEL = UserError(
    "no-model",
    "No model is installed",
    "Without one the program can show the sound, but not how it sounds.",
    "The command “ser-desktop models” tells where models are looked for.",
)
MUTED = UserError(
    "muted",
    "The microphone sends nothing but silence",
    "It may be muted, or this program may not be allowed to use it.",
    "Look at its switch, and at the sound and privacy settings of the system.",
)
MUTED_AFTER_S = 2.0
"""So much digital silence no room ever has: it is muted, or not permitted."""

RUNNING = frozenset({State.OPENING, State.LISTENING, State.NO_SPEECH, State.UNSURE, State.LOST})
"""States in which the button says Stop."""
HEARING = frozenset({State.LISTENING, State.NO_SPEECH, State.UNSURE})
"""States in which sound comes."""

NOUNS = {
    "anger": "Anger",
    "boredom": "Boredom",
    "disgust": "Disgust",
    "fear": "Fear",
    "happiness": "Happiness",
    "neutral": "Neutral",
    "calm": "Calm",
    "sadness": "Sadness",
    "surprise": "Surprise",
}
ADJECTIVES = {
    "anger": "angry",
    "boredom": "bored",
    "disgust": "disgusted",
    "fear": "afraid",
    "happiness": "happy",
    "neutral": "neutral",
    "calm": "calm",
    "sadness": "sad",
    "surprise": "surprised",
}
_STATES = {
    State.IDLE: "Stopped",
    State.OPENING: "Opening the microphone…",
    State.LISTENING: "Listening",
    State.NO_SPEECH: "No speech",
    State.UNSURE: "Unsure",
    State.LOST: "Microphone lost",
    State.FAILED: "Not listening",
}


@dataclass(frozen=True)
class Verdict:
    """The large answer: ``icon`` is an emotion or one of "silence", "unsure", "fault"."""

    icon: str
    headline: str
    line: str = ""


_WITHOUT_ANSWER = {
    State.IDLE: Verdict("silence", "Stopped", "Press Start, or the space bar."),
    State.OPENING: Verdict("silence", "One moment"),
    State.LISTENING: Verdict("silence", "Listening…", "An answer comes after a second of speech."),
    State.NO_SPEECH: Verdict("silence", "No speech", "Say something, and the bars will move."),
    State.UNSURE: Verdict("unsure", "Unsure"),
    State.LOST: Verdict("fault", "No sound", "Waiting for the microphone to return."),
    State.FAILED: Verdict("fault", "Not listening"),
}


@dataclass(frozen=True)
class Choice:
    """One line of the device picker; ``device`` None is the system's default."""

    text: str
    tip: str
    device: DeviceId | None
    is_monitor: bool = False


def percent(share: float) -> str:
    """Write a share of one as whole percent."""
    return f"{100 * share:.0f}\N{NARROW NO-BREAK SPACE}%"


def seconds(value_s: float, digits: int = 1) -> str:
    """Write a length in seconds."""
    return f"{value_s:.{digits}f}\N{NARROW NO-BREAK SPACE}s"


def number(value: float, digits: int = 0) -> str:
    """Write a number with a true minus sign, as wide as a figure."""
    return f"{value:.{digits}f}".replace("-", "\N{MINUS SIGN}")


def state_line(snapshot: Snapshot) -> str:
    """Say what the engine does and to which microphone."""
    state = _STATES[snapshot.state]
    return f"{state} · {snapshot.source}" if snapshot.source else state


def level(snapshot: Snapshot) -> Level:
    """Return the level to show: none while nothing is heard, whatever was heard last."""
    return snapshot.level if snapshot.state in HEARING else Level()


def verdict(snapshot: Snapshot, *, has_model: bool) -> Verdict:
    """Say how the voice sounds now, or honestly why there is no answer."""
    if snapshot.state in {State.LOST, State.FAILED}:
        return _WITHOUT_ANSWER[snapshot.state]
    if not has_model:
        return Verdict("silence", "No model")
    if snapshot.prediction is not None and snapshot.state in {State.LISTENING, State.UNSURE}:
        return _of(snapshot.prediction)
    return _WITHOUT_ANSWER[snapshot.state]


def last_line(segment: Segment | None) -> str:
    """Say what the last finished utterance sounded like."""
    if segment is None:
        return ""
    prediction = segment.prediction
    length = seconds(segment.end_s - segment.start_s)
    if prediction.label is None:
        return f"Last: unsure, {length}"
    share = dict(prediction.ranked)[prediction.label]
    return f"Last: sounds {ADJECTIVES[prediction.label]}, {percent(share)}, {length}"


def answer(analysis: Analysis | None) -> Verdict:
    """Say in one line how a whole recording sounded: "Sounds angry · 71 %"."""
    if analysis is None:
        return Verdict("fault", "Not analysed")
    prediction = analysis.prediction
    if prediction is None:
        return Verdict("silence", "No speech", "Nobody speaks in it.")
    told = _of(prediction)
    if prediction.label is None:
        return told
    share, _, others = told.line.partition(", ")
    return Verdict(told.icon, f"{told.headline} · {share}", others)


def progress(recording: Recording, beats: int) -> Verdict:
    """Say how far a recording is; ``beats`` are those still to be counted. "Opening" where it waits."""
    if recording.phase is Phase.COUNT_IN:
        return Verdict(str(beats), "Get ready", "R begins at once, Esc cancels.")
    if recording.phase is Phase.RECORDING:
        left_s = max(0.0, recording.wanted_s - recording.recorded_s)
        return Verdict(f"{left_s:.1f}", "Recording", f"{seconds(recording.wanted_s, 0)} in all. Esc cancels.")
    if recording.phase is Phase.HEARING:
        return Verdict("", "One moment", "The clip is being listened to.")
    return Verdict("", "One moment", "The microphone is being opened. Esc cancels.")


def clip_line(clip: Clip) -> str:
    """Say when a clip was recorded, how long it is, and from what."""
    return f"{clip.began:%H:%M:%S} · {seconds(clip.duration_s)} · {clip.source}"


def gaps_line(clip: Clip) -> str:
    """Say where sound is missing in a clip, or nothing."""
    if not clip.gaps:
        return ""
    places = [
        f"{seconds(gap.at_sample / clip.rate_hz, 2)}"
        + (f" ({1000 * gap.lost_samples / clip.rate_hz:.0f} ms)" if gap.lost_samples is not None else "")
        for gap in clip.gaps
    ]
    shown = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
    return f"Sound is missing at {shown}."


def chip_line(clip: Clip, analysis: Analysis | None, *, saved: bool) -> str:
    """Say in one line what a clip on the strip is."""
    return f"{clip_line(clip)} · {answer(analysis).headline}{'' if saved else ' · not saved'}"


def kept_line(count: int, size_bytes: int) -> str:
    """Say how many clips there are, and what memory they take."""
    clips = "1 clip" if count == 1 else f"{count} clips"
    return f"{clips}, {size_bytes / 1e6:.1f}\N{NARROW NO-BREAK SPACE}MB in memory"


def summary(analysis: Analysis) -> str:
    """Say in a few lines how a recording sounded, as text to paste."""
    told = answer(analysis)
    lines = [f"{analysis.name}, {seconds(analysis.duration_s)}: {told.headline} {told.line}".rstrip()]
    if analysis.prediction is not None:
        lines += [f"{NOUNS[label]}\t{percent(share)}" for label, share in analysis.prediction.ranked]
    lines.append(f"SER Desktop {analysis.origin.version}, model {analysis.origin.title}")
    return "\n".join(lines) + "\n"


def message(snapshot: Snapshot) -> UserError | None:
    """Choose what must be told in full sentences, if anything must."""
    if snapshot.error is not None:
        return snapshot.error
    return MUTED if level(snapshot).zeros_s > MUTED_AFTER_S else None


def choices(devices: Iterable[Device]) -> list[Choice]:
    """Lines of the device picker: the default first, then microphones, then the computer's own sound."""
    known = sorted(devices, key=lambda device: device.is_monitor)
    default = next((device.id.name for device in known if device.is_default), "")
    names = Counter(device.id.name for device in known)
    lines = [Choice(f"System default: {default}" if default else "System default", "", None)]
    for device in known:
        twin = names[device.id.name] > 1
        name = f"{device.id.name} ({device.id.host_api})" if twin else device.id.name
        channels = "1 channel" if device.channels == 1 else f"{device.channels} channels"
        tip = f"{device.id.host_api}, {device.rate_hz / 1000:g} kHz, {channels}"
        lines.append(Choice(name, tip, device.id, device.is_monitor))
    return lines


def _of(prediction: Prediction) -> Verdict:
    (first, _), *rest = prediction.ranked
    if prediction.label is None:
        also = f" or {ADJECTIVES[rest[0][0]]}" if rest else ""
        return Verdict("unsure", "Unsure", f"Perhaps {ADJECTIVES[first]}{also}.")
    shares = dict(prediction.ranked)
    others = [name for name, _ in prediction.ranked if name != prediction.label]
    second = f", then {ADJECTIVES[others[0]]} {percent(shares[others[0]])}" if others else ""
    return Verdict(
        prediction.label,
        f"Sounds {ADJECTIVES[prediction.label]}",
        f"{percent(shares[prediction.label])}{second}",
    )
