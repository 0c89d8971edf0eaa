"""From the words of the command line to a protocol carried out."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ser_desktop.errors import UserError
from ser_desktop.training.protocols.command import EvaluationRequest, evaluate
from ser_desktop.training.protocols.definitions import PROTOCOLS, Protocol, find
from ser_desktop.training.recipes import load


def carry_out(arguments: Namespace, *, cache: Path, home: Path, models: Sequence[Path]) -> None:
    """Do what was asked; results go to ``home``, finished models are looked for in ``models``.

    Raises
    ------
    UserError
        Something was asked for that does not exist, or a fold failed.
    """
    if arguments.protocol in PROTOCOLS:
        evaluate(request(arguments, find(arguments.protocol), cache=cache, home=home))
        return
    from ser_desktop.training.protocols import measures  # with the live pipeline: only where it is asked for

    if arguments.protocol in measures.OF_FOLDS:
        for trained in map(find, measures.OF_FOLDS[arguments.protocol].trained):
            asked = request(arguments, trained, cache=cache, home=home)
            measures.judge_folds(arguments.protocol, asked)
    elif arguments.protocol in measures.OF_MODEL:
        measures.judge_model(arguments, cache=cache, home=home, models=models)
    else:
        raise UserError("not-yet", f"There is no measure for {arguments.protocol} yet.")


def request(arguments: Namespace, protocol: Protocol, *, cache: Path, home: Path) -> EvaluationRequest:
    """Build the request for the folds of a protocol."""
    return EvaluationRequest(
        protocol=protocol,
        recipe=load(arguments.recipe or protocol.recipe),
        seeds=arguments.seeds,
        jobs=arguments.jobs or os.cpu_count() or 1,
        alone=arguments.alone,
        recordings=arguments.recordings,
        out=(arguments.out or cache / "protocols").expanduser().resolve(),
        cache=cache,
        results=home / "models" / "results",
        page=home / "docs" / "RESULTS.md",
        command=command(arguments, protocol),
    )


def command(arguments: Namespace, protocol: Protocol) -> str:
    """Say what was asked for in words that ask for it again, without the places of this computer."""
    words = ["ser-desktop evaluate", f"--protocol {arguments.protocol}"]
    if arguments.recipe or arguments.protocol == protocol.id:  # else each protocol has a recipe of its own
        words.append(f"--recipe {Path(arguments.recipe or protocol.recipe).name}")
    words += [f"--seeds {arguments.seeds}"] + ["--alone"] * arguments.alone
    return " ".join(words)
