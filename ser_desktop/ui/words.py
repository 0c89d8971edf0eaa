"""What the window says, in its language: how a moment of the engine reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ser_desktop.errors import UserError
from ser_desktop.results import (
    Analysis,
    Clip,
    Level,
    Missing,
    Phase,
    Prediction,
    Recording,
    Segment,
    Snapshot,
    State,
)
from ser_desktop.ui.language import N_, number, time_of_day, tr

PRIVACY = N_("Everything stays on this computer.")
ATTENTION = N_("Attention")
NO_ATTENTION = N_("This model does not show what it attends to.")
NO_SESSION = N_("Nothing was decided in this session yet.")
DEMO = N_("Demo clip")
SESSION = N_("Session")
NO_MODEL = UserError(
    "no-model",
    "No model is installed",
    "Without one the program can show the sound, but not how it sounds.",
    "The command “ser-desktop models” tells where models are looked for.",
)
NO_PANELS = UserError(
    "no-panels",
    "All panels are hidden",
    "",
    "The menu at the upper right brings them back.",
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

_NOUNS = {
    "anger": N_("Anger"),
    "boredom": N_("Boredom"),
    "disgust": N_("Disgust"),
    "fear": N_("Fear"),
    "happiness": N_("Happiness"),
    "neutral": N_("Neutral"),
    "calm": N_("Calm"),
    "sadness": N_("Sadness"),
    "surprise": N_("Surprise"),
}
_ADJECTIVES = {
    "anger": N_("angry"),
    "boredom": N_("bored"),
    "disgust": N_("disgusted"),
    "fear": N_("afraid"),
    "happiness": N_("happy"),
    "neutral": N_("neutral"),
    "calm": N_("calm"),
    "sadness": N_("sad"),
    "surprise": N_("surprised"),
}
_WAITS = N_("Waiting for the microphone")
_STATES = {
    State.IDLE: N_("Stopped"),
    State.OPENING: N_("Opening the microphone…"),
    State.LISTENING: N_("Listening"),
    State.NO_SPEECH: N_("No speech"),
    State.UNSURE: N_("Unsure"),
    State.LOST: N_("Microphone lost"),
    State.FAILED: N_("Not listening"),
}


@dataclass(frozen=True)
class Verdict:
    """The large answer: ``icon`` is an emotion or one of "silence", "unsure", "fault"."""

    icon: str
    headline: str
    line: str = ""


_WITHOUT_ANSWER = {
    State.IDLE: ("silence", N_("Stopped"), N_("Press Start, or the space bar.")),
    State.OPENING: ("silence", N_("One moment"), ""),
    State.LISTENING: ("silence", N_("Listening…"), N_("An answer comes after a second of speech.")),
    State.NO_SPEECH: ("silence", N_("No speech"), N_("Say something, and the bars will move.")),
    State.UNSURE: ("unsure", N_("Unsure"), ""),
    State.LOST: ("fault", N_("No sound"), N_("Waiting for the microphone to return.")),
    State.FAILED: ("fault", N_("Not listening"), ""),
}


def noun(label: str) -> str:
    """Name an emotion: "Anger"."""
    return tr(_NOUNS[label])


def adjective(label: str) -> str:
    """Say how a voice with this emotion sounds: "angry"."""
    return tr(_ADJECTIVES[label])


def named(name: str) -> str:
    """Return the name of a source or of a recording; people's own stay as they are."""
    return tr(name) if name in {DEMO, SESSION} else name


def percent(share: float) -> str:
    """Write a share of one as whole percent."""
    return f"{number(100 * share)}\N{NARROW NO-BREAK SPACE}%"


def seconds(value_s: float, digits: int = 1) -> str:
    """Write a length in seconds."""
    return f"{number(value_s, digits)}\N{NARROW NO-BREAK SPACE}s"


def state_line(snapshot: Snapshot) -> str:
    """Say what the engine does, to which microphone, and at which rate."""
    waits = (
        snapshot.state is State.LOST
        and snapshot.error is not None
        and snapshot.error.code != "microphone-lost"
    )
    state = tr(_WAITS) if waits else tr(_STATES[snapshot.state])
    parts = (state, named(snapshot.source), rate(snapshot.rate_hz))
    return " · ".join(part for part in parts if part)


def rate(rate_hz: int) -> str:
    """Write a sampling rate in kHz; nothing for none."""
    return f"{number(rate_hz / 1000, None)}\N{NARROW NO-BREAK SPACE}kHz" if rate_hz else ""


def level(snapshot: Snapshot) -> Level:
    """Return the level to show: none while nothing is heard, whatever was heard last."""
    return snapshot.level if snapshot.state in HEARING else Level()


def verdict(snapshot: Snapshot, *, has_model: bool) -> Verdict:
    """Say how the voice sounds now, or honestly why there is no answer."""
    if snapshot.state in {State.LOST, State.FAILED}:
        return _without_answer(snapshot.state)
    if not has_model:
        return Verdict("silence", tr("No model"))
    if snapshot.prediction is not None and snapshot.state in {State.LISTENING, State.UNSURE}:
        return _of(snapshot.prediction)
    return _without_answer(snapshot.state)


def headlines(labels: Iterable[str]) -> list[str]:
    """Return every headline that there can be where these emotions are told apart."""
    told = [tr("Sounds {how}", how=adjective(label)) for label in labels]
    return [*told, tr("No model"), *(tr(headline) for _, headline, _ in _WITHOUT_ANSWER.values())]


def model_line(title: str, voice: str) -> str:
    """Say which model hears, and whose voice it knows."""
    if not title:
        return tr("No model")
    return (
        tr("Model: {title} · Voice: {voice}", title=title, voice=voice)
        if voice
        else tr("Model: {title}", title=title)
    )


def last_line(segment: Segment | None) -> str:
    """Say what the last finished utterance sounded like."""
    if segment is None:
        return ""
    prediction = segment.prediction
    length = seconds(segment.end_s - segment.start_s)
    if prediction.label is None:
        return tr("Last: unsure, {length}", length=length)
    how, share = adjective(prediction.label), percent(dict(prediction.ranked)[prediction.label])
    return tr("Last: sounds {how}, {share}, {length}", how=how, share=share, length=length)


def answer(analysis: Analysis | None) -> Verdict:
    """Say in one line how a whole recording sounded: "Sounds angry · 71 %"."""
    if analysis is None:
        return Verdict("fault", tr("Not analysed"))
    prediction = analysis.prediction
    if prediction is None:
        return Verdict("silence", tr("No speech"), tr("Nobody speaks in it."))
    told = _of(prediction)
    if prediction.label is None:
        return told
    share = percent(dict(prediction.ranked)[prediction.label])
    return Verdict(told.icon, f"{told.headline} · {share}", _second(prediction))


def progress(recording: Recording, beats: int) -> Verdict:
    """Say how far a recording is; ``beats`` are those still to be counted. "Opening" where it waits."""
    if recording.phase is Phase.COUNT_IN:
        return Verdict(str(beats), tr("Get ready"), tr("R begins at once, Esc cancels."))
    if recording.phase is Phase.RECORDING:
        left_s = max(0.0, recording.wanted_s - recording.recorded_s)
        line = tr("{length} in all. Esc cancels.", length=seconds(recording.wanted_s, 0))
        return Verdict(number(left_s, 1), tr("Recording"), line)
    if recording.phase is Phase.HEARING:
        return Verdict("", tr("One moment"), tr("The clip is being listened to."))
    return Verdict("", tr("One moment"), tr("The microphone is being opened. Esc cancels."))


def clip_line(clip: Clip) -> str:
    """Say when a clip was recorded, how long it is, and from what."""
    return f"{time_of_day(clip.began)} · {seconds(clip.duration_s)} · {named(clip.source)}"


def missing_line(missing: Sequence[Missing]) -> str:
    """Say where sound is missing in a recording, or nothing."""
    if not missing:
        return ""
    places = [
        seconds(one.start_s, 2) + (f" ({number(1000 * one.lost_s)} ms)" if one.lost_s is not None else "")
        for one in missing
    ]
    shown = ", ".join(places[:3])
    if len(places) > 3:
        return tr("Sound is missing at {places} and {count} more.", places=shown, count=len(places) - 3)
    return tr("Sound is missing at {places}.", places=shown)


def chip_line(clip: Clip, analysis: Analysis | None, *, saved: bool) -> str:
    """Say in one line what a clip on the strip is."""
    told = f"{clip_line(clip)} · {answer(analysis).headline}"
    return told if saved else f"{told} · {tr('not saved')}"


def kept_line(count: int, size_bytes: int) -> str:
    """Say how many clips there are, and what memory they take."""
    size = f"{number(size_bytes / 1e6, 1)}\N{NARROW NO-BREAK SPACE}MB"
    if count == 1:
        return tr("1 clip, {size} in memory", size=size)
    return tr("{count} clips, {size} in memory", count=count, size=size)


def summary(analysis: Analysis) -> str:
    """Say in a few lines how a recording sounded, as text to paste."""
    told = answer(analysis)
    name = named(analysis.name)
    lines = [f"{name}, {seconds(analysis.duration_s)}: {told.headline} {told.line}".rstrip()]
    if analysis.prediction is not None:
        lines += [f"{noun(label)}\t{percent(share)}" for label, share in analysis.prediction.ranked]
    origin = analysis.origin
    lines.append(tr("SER Desktop {version}, model {title}", version=origin.version, title=origin.title))
    return "\n".join(lines) + "\n"


def message(snapshot: Snapshot) -> UserError | None:
    """Choose what must be told in full sentences, if anything must."""
    if snapshot.error is not None:
        return snapshot.error
    return MUTED if level(snapshot).zeros_s > MUTED_AFTER_S else None


def window_fault(error: Exception) -> UserError:
    """Return the words for a fault of the window itself."""
    return UserError(
        "window-fault",
        "Something in the window went wrong",
        "{reason}",
        "Close the program and start it again. The terminal shows the details for a report.",
        reason=f"{type(error).__name__}: {str(error).partition(chr(10))[0][:200]}",
    )


def _of(prediction: Prediction) -> Verdict:
    if prediction.label is None:
        likely = [adjective(label) for label, _ in prediction.ranked[:2]]
        if len(likely) == 1:
            return Verdict("unsure", tr("Unsure"), tr("Perhaps {first}.", first=likely[0]))
        line = tr("Perhaps {first} or {second}.", first=likely[0], second=likely[1])
        return Verdict("unsure", tr("Unsure"), line)
    share = percent(dict(prediction.ranked)[prediction.label])
    headline = tr("Sounds {how}", how=adjective(prediction.label))
    return Verdict(prediction.label, headline, ", ".join(filter(None, [share, _second(prediction)])))


def _second(prediction: Prediction) -> str:
    """Name what is likeliest beside the label, or nothing where the model knows no other."""
    others = [(label, share) for label, share in prediction.ranked if label != prediction.label]
    if not others:
        return ""
    label, share = others[0]
    return tr("then {how} {share}", how=adjective(label), share=percent(share))


def _without_answer(state: State) -> Verdict:
    icon, headline, line = _WITHOUT_ANSWER[state]
    return Verdict(icon, tr(headline), tr(line) if line else "")
