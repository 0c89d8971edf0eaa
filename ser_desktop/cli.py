"""The command line: what can be asked, and how faults are told. Knows words, loads work only when asked."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ser_desktop import __version__
from ser_desktop.errors import UserError

_PROTOCOLS = (*(f"P{number}" for number in range(1, 9)), *(f"S{number}" for number in range(1, 5)))
_FORMATS = ("csv", "json", "audacity", "textgrid", "elan")
COMMANDS = ("analyze", "listen", "devices", "doctor", "models", "train", "evaluate")
_EPILOG = "Everything runs on this computer; nothing is recorded unless you ask, nothing is sent anywhere."


def run(argv: list[str]) -> int:
    """Do what ``argv`` asks; return the exit status: 0 done, 1 not done, 2 not understood."""
    arguments = parser().parse_args(_opening(argv))
    _log_to_terminal(logging.DEBUG if arguments.verbose else logging.WARNING)
    try:
        return int(arguments.command(arguments))
    except UserError as error:
        tell(error)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    except BrokenPipeError:  # the reader of our output left, as `head` does
        sys.stderr.close()
    return 1


def _log_to_terminal(level: int) -> None:
    """Show from this level on; a log that is kept may hold more."""
    terminal = logging.StreamHandler()
    terminal.setLevel(level)
    logging.basicConfig(level=level, format="%(message)s", handlers=[terminal])


def _opening(argv: list[str]) -> list[str]:
    """Let files that are named where a command may stand be opened; a command's own name stays one."""
    if argv and not argv[0].startswith("-") and argv[0] not in COMMANDS and os.path.lexists(argv[0]):
        return ["--open", *argv]
    return argv


def tell(error: UserError) -> None:
    """Print a fault to the terminal: what happened, what was seen, what to do."""
    print(f"ser-desktop: {error.title}", file=sys.stderr)
    for line in (error.detail, error.remedy):
        if line:
            print(f"  {line}", file=sys.stderr)


def parser() -> argparse.ArgumentParser:
    """Return the grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="ser-desktop",
        description="See how a voice sounds, live. Without a command: open the window.",
        epilog=_EPILOG,
    )
    top.add_argument("--version", action="version", version=f"ser-desktop {__version__}")
    top.add_argument("--verbose", action="store_true", help="tell in the terminal what happens inside")
    _add_demo(top)
    _add_device(top)
    top.add_argument(
        "--open",
        metavar="PATH",
        nargs="+",
        type=Path,
        default=[],
        help="show these files and folders in the window; `ser-desktop PATH…` does the same",
    )
    top.add_argument("--decisions", action="store_true", help="print each finished utterance as well")
    top.add_argument("--screenshot", metavar="FILE", type=Path, help="take a picture (PNG) and leave")
    top.add_argument("--seconds", metavar="N", type=_seconds, help="when to take the picture (default 8)")
    top.add_argument(
        "--selftest",
        action="store_const",
        dest="command",
        const=_lazily("selftest"),
        help="try whether this installation works, tell it as JSON and leave",
    )
    _add_model(top)
    top.set_defaults(command=_lazily("window"), demo=False, device=None, seconds=None, model=None)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    _add_analyze(commands)

    listen = commands.add_parser("listen", help="listen to the microphone, in the terminal")
    _add_demo(listen)
    _add_device(listen)
    listen.add_argument(
        "--seconds",
        metavar="N",
        type=_seconds,
        default=argparse.SUPPRESS,
        help="stop after so long (default: Ctrl-C)",
    )
    _add_json(listen, "one JSON object a decision and line, instead of text")
    _add_model(listen)
    listen.set_defaults(command=_lazily("listen"))

    devices = commands.add_parser("devices", help="list the microphones")
    _add_json(devices, "one JSON object a device and line")
    devices.set_defaults(command=_lazily("devices"))

    doctor = commands.add_parser("doctor", help="say what is missing on this machine, and what mends it")
    doctor.add_argument(
        "--report",
        action="store_true",
        help="with all that helps to find a fault, the log too, to be passed on; no recording is named",
    )
    doctor.set_defaults(command=_lazily("doctor"))

    models = commands.add_parser("models", help="list the installed models")
    _add_json(models, "one JSON object a model and line")
    models.set_defaults(command=_lazily("models"))

    _add_train(commands)
    _add_evaluate(commands)
    return top


def _add_analyze(commands: Any) -> None:
    analyze = commands.add_parser(
        "analyze",
        help="say how recordings sound",
        description="Say how recordings sound; with --out save it, a file for each recording and index.csv "
        "for all. Ctrl-C keeps what is done, and --resume goes on. Status 1 if any could not be analysed.",
    )
    analyze.add_argument(
        "files",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="file, folder with all below it, pattern in quotes (clips/**/*.wav), or - for a list on "
        "standard input",
    )
    analyze.add_argument(
        "--out", metavar="DIR", type=Path, help="save the results there instead of printing them"
    )
    analyze.add_argument("--format", choices=_FORMATS, help="what to save (default: csv)")
    where = analyze.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs",
        metavar="N",
        type=_positive,
        help="recordings at once (default: the cores with --out, else 1)",
    )
    where.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="work on the cluster of this scheduler, as tcp://host:8786, which reads the files by their "
        "paths (needs the cluster extra)",
    )
    analyze.add_argument("--resume", action="store_true", help="leave out what --out holds already, whole")
    _add_json(analyze, "one JSON object a file and line, instead of text")
    _add_model(analyze)
    analyze.set_defaults(command=_lazily("analyze"))


def _add_train(commands: Any) -> None:
    train = commands.add_parser(
        "train",
        help="build a model from recordings (needs the training extra)",
        description="Build a model from recordings, as a recipe tells. Ctrl-C keeps the best so far.",
        epilog="Corpora: emodb, ravdess, tess, emovo, ased, urdu, savee, crema_d; folder=DIR for your own "
        "recordings (EMOTION/SPEAKER/file or SPEAKER/EMOTION/file), csv=FILE for a table with "
        "the columns file, emotion, speaker.",
    )
    train.add_argument(
        "--recipe",
        metavar="NAME",
        help="a bundled recipe or a TOML file (with --corpus alone: general's system)",
    )
    train.add_argument("--recipes", action="store_true", help="list the bundled recipes and leave")
    train.add_argument("--look", action="store_true", help="say what the recordings hold and leave")
    train.add_argument(
        "--recordings",
        metavar="DIR",
        type=Path,
        help="folder with a folder for each corpus of the recipe (default: SER_CORPORA of the environment)",
    )
    train.add_argument(
        "--corpus",
        metavar="NAME=DIR",
        action="append",
        dest="corpora",
        help="learn from this instead of the recipe's corpora; repeat it for several",
    )
    train.add_argument(
        "--out", metavar="DIR", type=Path, help="folder of the new model (default: among your own models)"
    )
    train.add_argument("--title", help="name to show")
    train.add_argument("--labels", type=_list, help="emotions to tell apart, with commas")
    train.add_argument("--merge", metavar="A=B", action="append", help="count emotion A as B (calm=neutral)")
    train.add_argument("--seed", type=int, help="the same seed gives the same model")
    train.add_argument("--epochs", type=int, help="at most so many")
    train.add_argument("--steps", type=int, help="batches of windows an epoch")
    train.add_argument(
        "--variants", type=int, help="acoustic variants of each clip: rooms, microphones, noise"
    )
    train.add_argument(
        "--normaliser",
        choices=("level", "speech", "utterance", "training", "none"),
        help="how windows are centred and scaled (level: whatever the loudness; speech: and weak noise)",
    )
    train.add_argument("--resume", action="store_true", help="go on with an unfinished training")
    train.add_argument("--replace", action="store_true", help="give up the model that --out holds")
    _add_json(
        train,
        "for programs: one JSON object a line for all that happens; a line “stop” on standard input does as "
        "Ctrl-C, “cancel”, or the end of a pipe, ends without a model",
    )
    train.set_defaults(command=_lazily("train"))


def _add_evaluate(commands: Any) -> None:
    evaluate = commands.add_parser(
        "evaluate",
        help="judge a system by a protocol (needs the training extra)",
        description="Train and test every fold of a protocol; write its row in docs/RESULTS.md. Ctrl-C keeps "
        "the folds that are done, and the same command goes on.",
        epilog="P1 to P4: on strangers, trained fold by fold; P5, P6: the folds' models with calibration and "
        "under noise; P7, P8: a finished model's confidence, and live; S1 to S4: random splits.",
    )
    evaluate.add_argument("--protocol", required=True, type=str.upper, choices=_PROTOCOLS)
    evaluate.add_argument("--seeds", metavar="N", type=_positive, default=1, help="how many (default 1)")
    evaluate.add_argument(
        "--recipe", metavar="NAME", help="a bundled recipe or a TOML file (default: the protocol's)"
    )
    evaluate.add_argument(
        "--alone", action="store_true", help="leave out the recipe's corpora that are not the protocol's"
    )
    evaluate.add_argument(
        "--recordings",
        metavar="DIR",
        type=Path,
        help="folder with a folder for each corpus (default: SER_CORPORA of the environment)",
    )
    evaluate.add_argument("--jobs", metavar="N", type=_positive, help="folds at once (default: the cores)")
    evaluate.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="where finished folds are kept (default: among what is cached)",
    )
    _add_model(evaluate)
    evaluate.set_defaults(command=_lazily("evaluate"))


# What may stand before a command as well as behind it has its default in the top parser alone: a command's
# own default would quietly undo what was asked for before it.


def _add_demo(to: argparse.ArgumentParser) -> None:
    text = "play the bundled clip instead of listening"
    to.add_argument("--demo", action="store_true", default=argparse.SUPPRESS, help=text)


def _add_device(to: argparse.ArgumentParser) -> None:
    text = "microphone to listen to (see: ser-desktop devices)"
    to.add_argument("--device", metavar="NAME", default=argparse.SUPPRESS, help=text)


def _add_model(to: argparse.ArgumentParser) -> None:
    text = "model or folder (default: general; of the window, the one in use)"
    to.add_argument("--model", metavar="NAME", default=argparse.SUPPRESS, help=text)


def _add_json(to: argparse.ArgumentParser, text: str) -> None:
    to.add_argument("--json", action="store_true", help=text)


def _lazily(name: str) -> Callable[[argparse.Namespace], int]:
    """Return the command ``name``, whose room is entered only when it is called."""

    def call(arguments: argparse.Namespace) -> int:
        from ser_desktop import commands

        return int(getattr(commands, name)(arguments))

    return call


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < 1e6:
        raise argparse.ArgumentTypeError("must be more than 0")
    return seconds
