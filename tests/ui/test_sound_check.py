"""Whether a microphone is heard: what moments must come, and which are not enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.results import Level, Snapshot, State
from ser_desktop.ui.sound_check import HELD_S, LOUD_DBFS, Sound, SoundCheck
from tests.fakes.engine import SPEAKERS, YETI

QUIET = Snapshot(State.NO_SPEECH, level=Level(-50.0, -60.0))
LOUD = Snapshot(State.NO_SPEECH, level=Level(-10.0, LOUD_DBFS + 1))
SPEECH = Snapshot(State.LISTENING, level=Level(-45.0, -55.0))


def after(*moments: tuple[Snapshot, float], check: SoundCheck | None = None) -> SoundCheck:
    """Return how it stands after moments of these lengths in seconds."""
    check = check or SoundCheck()
    for moment, length_s in moments:
        check = check.after(moment, length_s)
    return check


@given(st.sampled_from([LOUD, SPEECH]), st.integers(min_value=1, max_value=60))
def test_sound_that_lasts_is_heard_at_any_pace(moment: Snapshot, pulls: int) -> None:
    """Half a second of level, or of quiet speech, counts, however often one looks."""
    step_s = HELD_S / pulls
    assert after(*[(moment, step_s)] * (pulls + 1)).sound is Sound.HEARD


def test_a_knock_is_not_enough() -> None:
    """Short sounds with silence between them are no voice."""
    assert after(*[(LOUD, 0.1), (QUIET, 0.3)] * 20).sound is Sound.SILENCE


def test_what_was_heard_stays_until_listening_ends() -> None:
    """The check mark does not go with the next silence; a stop, or another try, begins anew."""
    heard = after((LOUD, 1.0), (QUIET, 5.0))
    assert heard.sound is Sound.HEARD
    assert after((Snapshot(State.IDLE), 0.1), check=heard).sound is Sound.UNTRIED
    assert after((Snapshot(State.OPENING), 0.1), check=heard).sound is Sound.OPENING


def test_faults_come_before_all_else() -> None:
    """A microphone that is lost, refused or muted is told with its remedy, also after it was heard."""
    heard = after((LOUD, 1.0))
    lost = UserError("lost", "It is gone.", "", "Plug it in.")
    for state in (State.LOST, State.FAILED):
        told = after((Snapshot(state, error=lost), 0.1), check=heard)
        assert (told.sound, told.fault) == (Sound.FAULT, lost)
    muted = after((Snapshot(State.NO_SPEECH, level=Level(zeros_s=3.0)), 0.1), check=heard)
    assert muted.fault is not None
    assert muted.fault.code == "muted"


def test_without_a_microphone_that_is_told_before_anything_is_opened() -> None:
    """Only monitors, or nothing: nothing to try. Before anybody looked nobody knows."""
    untried = SoundCheck()
    assert untried.among(None) == untried
    assert untried.among([YETI, SPEAKERS]) == untried
    for devices in ([], [SPEAKERS]):
        assert untried.among(devices).sound is Sound.FAULT
    heard = after((LOUD, 1.0))
    assert heard.among([SPEAKERS]) == heard
