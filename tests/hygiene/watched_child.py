"""Run the program under watch: ``watched_child.py FACTS.json MODULE [ARGUMENT ...]``.

With MODULE it only imports that; otherwise it runs ``ser-desktop ARGUMENT ...``. Every attempt to use the
internet, to look a name up included, is refused and noted; sockets of this machine alone (AF_UNIX) are not.
"""

from __future__ import annotations

import importlib
import json
import socket
import sys
from pathlib import Path

facts, module, *arguments = sys.argv[1:]
connections: list[str] = []
SENDING = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}
ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"}


def refuse(event: str, details: tuple[object, ...]) -> None:
    """Note what would leave this computer, and stop it."""
    outward = event in ASKING or (
        event in SENDING
        and isinstance(details[0], socket.socket)
        and details[0].family in {socket.AF_INET, socket.AF_INET6}
    )
    if outward:
        connections.append(f"{event} {details[1:] or details}")
        raise PermissionError(f"no network: {event}")


sys.addaudithook(refuse)
status: object = 0
try:
    if module:
        importlib.import_module(module)
    else:
        sys.argv = ["ser-desktop", *arguments]
        status = importlib.import_module("ser_desktop.__main__").main(arguments)
except SystemExit as leaving:
    status = leaving.code
finally:
    Path(facts).write_text(json.dumps({"modules": sorted(sys.modules), "connections": connections}))
sys.exit(int(str(status or 0)))
