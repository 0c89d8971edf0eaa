"""What each command does: wires settings, model, source and output together, and nothing else."""

from __future__ import annotations

import json
import math
import queue
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from ser_desktop import doctor as examination
from ser_desktop import paths
from ser_desktop.audio.devices import list_devices, portaudio, refresh
from ser_desktop.audio.files import read_audio
from ser_desktop.audio.microphone import Microphone
from ser_desktop.audio.source import AudioSource, ClipSource
from ser_desktop.crashes.runlog import RunLog, newest_lines
from ser_desktop.engine.filejobs import FileJobs
from ser_desktop.engine.live import LiveEngine
from ser_desktop.engine.models import Models
from ser_desktop.engine.pipeline import Step
from ser_desktop.engine.trainerorder import missing_trainer
from ser_desktop.engine.voices import Voices
from ser_desktop.errors import UserError
from ser_desktop.fitting import Fitting
from ser_desktop.inference.manifest import Manifest, Model, installed, load
from ser_desktop.inference.placing import recover
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Device, DeviceId, Snapshot, State
from ser_desktop.settings import BUNDLED, SettingsFile
from ser_desktop.terminal import device_text, segment_line, step_data, step_text

if TYPE_CHECKING:
    from ser_desktop.training.telling import Progress

DEMO_CLIP = "demo.flac"
_POLL_S = 0.05
_PICTURE_AFTER_S = 8.0
_NO_MODEL = UserError(
    "no-model", "There is no model that can be used.", "", "Install the program again, or import a model."
)


def window(arguments: Namespace) -> int:
    """Open the window; with ``--screenshot`` take its picture and leave."""
    examination.require_screen()
    try:
        from ser_desktop.app import run_window
    except ImportError as error:
        raise UserError(
            "no-window",
            "The window cannot be opened.",
            "{reason}",
            "What is missing: ser-desktop doctor.",
            reason=error,
        ) from error

    def print_segment(step: Step) -> None:
        if arguments.decisions and step.segment:
            print(segment_line(step.segment), flush=True)

    for_now: dict[str, object] = {"model": arguments.model} if arguments.model else {}
    if arguments.device and not arguments.demo:
        for_now["device"] = device_called(arguments.device)
    if arguments.demo:
        for_now |= {"welcomed": True, "device": None}
    engine = live_engine(arguments, None, _NO_MODEL, print_segment)
    with closing(engine), RunLog(paths.logs()) as log:
        return run_window(
            engine,
            SettingsFile(paths.settings()),
            for_now,
            screenshot=arguments.screenshot,
            seconds=arguments.seconds or _PICTURE_AFTER_S,
            start=arguments.demo or not arguments.open,
            jobs=FileJobs(None, no_model=_NO_MODEL),
            fitting=Fitting(_models(), Voices(paths.voices())),
            names=arguments.open,
            log=log,
        )


def selftest(_arguments: Namespace) -> int:
    """Try whether this installation works; 1 if anything does not."""
    from ser_desktop.selftest import run

    report = run()
    print(json.dumps(report.to_data(), indent=2, ensure_ascii=False))
    return 0 if report.ok else 1


def analyze(arguments: Namespace) -> int:
    """Say how each recording sounds, or save it; 1 if any could not be analysed, after the others were."""
    from ser_desktop.batch.command import carry_out

    return carry_out(arguments, load_model(arguments.model or BUNDLED))


def listen(arguments: Namespace) -> int:
    """Print decisions as they fall, until ``--seconds`` are over or Ctrl-C."""
    runner = load_runner(arguments.model or BUNDLED)
    steps: queue.SimpleQueue[Step] = queue.SimpleQueue()
    engine = live_engine(arguments, runner, None, steps.put)
    shown = ""

    def tell_steps() -> None:
        nonlocal shown
        while not steps.empty():
            step = steps.get()
            line = json.dumps(step_data(step)) if arguments.json else step_text(step)
            if line and (arguments.json or line != shown):
                print(line, flush=True)
                shown = line

    told: UserError | None = None
    deadline_s = time.monotonic() + (arguments.seconds or math.inf)
    engine.start()
    try:
        while time.monotonic() < deadline_s:
            tell_steps()
            snapshot = engine.snapshot()
            if snapshot.error and (snapshot.state is State.FAILED or _never_opened(snapshot)):
                raise snapshot.error
            if snapshot.error and snapshot.error is not told:
                print(snapshot.error, file=sys.stderr)
                told = snapshot.error
            time.sleep(_POLL_S)
    except KeyboardInterrupt:
        pass
    finally:
        engine.close()
    tell_steps()  # the utterance that ended with the listening
    return 0


def _never_opened(snapshot: Snapshot) -> bool:
    """Whether the microphone was refused from the beginning: a window waits for it, a terminal says so."""
    code = snapshot.error.code if snapshot.error else ""
    return snapshot.state is State.LOST and not snapshot.time_s and code != "microphone-lost"


def devices(arguments: Namespace) -> int:
    """List the microphones, the default first."""
    found = list_devices()
    if not found:
        raise UserError(
            "no-microphone", "No microphone was found.", remedy="Plug one in, or ask: ser-desktop doctor."
        )
    for device in found:
        print(json.dumps(asdict(device)) if arguments.json else device_text(device))
    return 0


def doctor(arguments: Namespace) -> int:
    """Say what is missing on this machine and the command that mends it; 1 if anything is.

    With ``--report`` that is a part of all that helps to find a fault, and the status is 0.
    """
    if arguments.report:
        from ser_desktop.crashes.report import LOG_LINES, report

        print(report({}, newest_lines(paths.logs(), LOG_LINES))[0], end="")
        return 0
    findings = examination.examine()
    print(examination.report(findings))
    return 0 if all(finding.ok for finding in findings) else 1


def models(arguments: Namespace) -> int:
    """List the installed models; one that cannot be used says why."""
    recover(paths.model_folders()[0])
    folders = installed(paths.model_folders())
    if not folders:
        raise UserError(
            "no-model", "No model is installed.", remedy="Build one: ser-desktop train --help tells how."
        )
    broken = 0
    for folder in folders:
        try:
            manifest = load(folder).manifest
        except UserError as error:
            broken += 1
            print(f"{folder.name}: {error}", file=sys.stderr)
            continue
        if arguments.json:
            facts = {"name": manifest.name, "title": manifest.title, "labels": manifest.labels}
            print(json.dumps({**facts, "folder": str(folder), "metrics": manifest.metrics}))
        else:
            labels = ", ".join(manifest.labels)
            print(f"{manifest.name}: {manifest.title}; {labels}; {_figure(manifest)}\n  {folder}")
    return 1 if broken else 0


def train(arguments: Namespace) -> int:
    """Build a model from recordings, look into them, or list the recipes."""
    try:
        if arguments.json:
            from ser_desktop.training.lines import told

            return told(lambda lines: _train(arguments, lines), sys.stdout)
        from ser_desktop.training.progress import ConsoleProgress

        return _train(arguments, ConsoleProgress())
    except ModuleNotFoundError as error:
        raise _no_trainer(error) from error


def _train(arguments: Namespace, progress: Progress) -> int:
    try:
        if arguments.look:
            from ser_desktop.training.look import look

            look(arguments, progress)
            return 0
        from ser_desktop.training.command import train as build
        from ser_desktop.training.order import order
        from ser_desktop.training.recipes import FOLDER, load, names
    except ModuleNotFoundError as error:
        raise _no_trainer(error) from error
    if arguments.recipes:
        for recipe in map(load, names()):
            print(f"{recipe.name}: {recipe.title}; learns from {', '.join(recipe.corpora)}")
        print(f"They lie in {FOLDER}; --recipe takes a changed copy by its path, too.")
        return 0
    build(order(arguments, cache=paths.cache(), models=paths.model_folders()[0]), progress)
    return 0


def evaluate(arguments: Namespace) -> int:
    """Judge a system by a protocol."""
    try:
        from ser_desktop.training.protocols.order import carry_out
    except ModuleNotFoundError as error:
        raise _no_trainer(error) from error
    arguments.model = arguments.model or BUNDLED
    carry_out(arguments, cache=paths.cache(), home=paths.home(), models=paths.model_folders())
    return 0


def _no_trainer(error: ModuleNotFoundError) -> UserError:
    return missing_trainer() or UserError(
        "no-training-extra",
        "The trainer is not installed.",
        "The package {package} is missing.",
        'Install it: pip install "ser-desktop[train]", in a checkout pip install -e ".[train]".',
        package=error.name,
    )


def _figure(manifest: Manifest) -> str:
    """Say what a model is worth; whoever made it may have measured nothing, or something else."""
    if manifest.uar is None:
        return "no figure on held-out speakers"
    return f"UAR {manifest.uar:.3f} on held-out speakers"


def load_runner(name: str) -> Runner:
    """Find, verify and load a model."""
    return Runner(load_model(name))


def load_model(name: str) -> Model:
    """Find and verify a model."""
    return _models().load(name)


def _models() -> Models:
    """Return those that are installed, once all is finished that a killed program was doing to them."""
    folders = paths.model_folders()
    recover(folders[0])
    return Models(folders, paths.tried())


def live_engine(
    arguments: Namespace, runner: Runner | None, no_model: UserError | None, on_step: Callable[[Step], None]
) -> LiveEngine:
    """Return an engine over the microphone, or over the demo clip where that was asked for."""
    if arguments.demo:
        clip = demo_source()
        demo = Device(DeviceId(clip.name, "built in"), clip.rate_hz, 1, is_default=True)
        return LiveEngine(runner, lambda _device: clip, lambda: [demo], no_model=no_model, on_step=on_step)
    engine = LiveEngine(
        runner, Microphone, list_devices, no_model=no_model, refresh_devices=refresh, on_step=on_step
    )
    if arguments.device:
        engine.use_device(device_called(arguments.device))
    return engine


def demo_source() -> AudioSource:
    """Return the bundled clip, played over and over."""
    samples, rate_hz = read_audio(paths.assets() / DEMO_CLIP)
    return ClipSource("Demo clip", samples, rate_hz, loop=True)


def device_called(name: str) -> DeviceId:
    """Return the one microphone whose name holds ``name``, letter case aside."""
    portaudio()
    ids = [device.id for device in list_devices()]
    exact = [one for one in ids if one.name == name]
    matching = exact or [one for one in ids if name.casefold() in one.name.casefold()]
    if len(matching) != 1:
        raise UserError(
            "no-such-device",
            "More than one microphone is called “{name}”."
            if matching
            else "No microphone is called “{name}”.",
            "There are: {found}." if ids else "There are none.",
            "Give enough of the name to tell it from the others.",
            name=name,
            found="; ".join(one.name for one in ids),
        )
    return matching[0]
