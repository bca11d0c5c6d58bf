"""`status`: what runs, where, and whether it is ready."""

from __future__ import annotations

import json
import re
import time

from .console import paint, say
from .ports import WORKER
from .processes import is_alive
from .services import GATEWAY, MONGOD
from .settings import Settings
from .system import DIRECT, System, ready_now

ALL_READY, SOME_NOT_READY, NOT_RUNNING = 0, 1, 3


def status(settings: Settings, as_json: bool) -> int:
    """Prints the table or the JSON; 0 when all is ready, 1 when something is not, 3 when nothing runs."""
    system = System(settings)
    report = {**describe(system), "drained": drained(system)}
    if as_json:
        say(json.dumps(report, indent=1))
    else:
        _table(report)
    if not report["running"]:
        return NOT_RUNNING
    return ALL_READY if report["ready"] else SOME_NOT_READY


def describe(system: System) -> dict:
    state = system.state()
    processes = system.processes()
    ready = ready_now(processes)
    names = dict.fromkeys([*state.get("wanted", []), *processes]) if processes or system.is_supervised() else {}
    rows = {name: _row(name, processes.get(name), ready.get(name, False), state) for name in names}
    supervisor = system.supervisor()
    return {
        "running": bool(rows),
        "ready": bool(rows) and all(row["ready"] or row["held"] for row in rows.values()),
        "gateway": state.get("gateway", ""),
        "mailbox": f"{state['gateway']}/dev/mail" if state.get("gateway") else "",
        "mongodbUri": state.get("mongodbUri", ""),
        "data": str(system.settings.data),
        "alone": bool(system.wanted().get("alone")),
        "supervisor": supervisor[0] if is_alive(*supervisor) else None,
        "services": {name: row for name, row in rows.items() if not name.startswith(WORKER)},
        "workers": [row for name, row in rows.items() if name.startswith(WORKER)],
    }


def drained(system: System) -> bool | None:
    """Whether an operator lets no worker claim; None where cv-job-service cannot say."""
    entry = system.processes().get("cv-job-service")
    if not entry:
        return None
    try:
        with DIRECT.open(f"http://127.0.0.1:{entry['port']}/q/metrics", timeout=3) as answer:
            found = re.search(r"^capitune_queue_drained (\d)", answer.read().decode(), re.MULTILINE)
    except (OSError, ValueError):
        return None
    return found[1] == "1" if found else None


def _row(name: str, entry: dict | None, ready: bool, state: dict) -> dict:
    row = {"name": name, "url": None, "port": None, "pid": None, "ready": ready, "uptimeSeconds": None,
           "held": name in state.get("held", []), "deaths": state.get("deaths", {}).get(name, 0)}
    if entry:
        url = state.get("gateway") if name == GATEWAY else state.get("mongodbUri") if name == MONGOD else entry["url"]
        row.update(url=url, port=entry["port"], pid=entry["pid"], uptimeSeconds=int(time.time() - entry["since"]))
    return row


def _table(report: dict) -> None:
    if not report["running"]:
        say(f"Nothing is running. Start it with ./capitune {'worker' if report['alone'] else 'up'}")
        return
    say(paint(f"{'SERVICE':<22}{'PID':>8}{'PORT':>7}  {'STATE':<10}{'UP':>9}", "bold"))
    for row in [*report["services"].values(), *report["workers"]]:
        word, colour = _state_word(row)
        say(f"{row['name']:<22}{row['pid'] or '-':>8}{row['port'] or '-':>7}  {paint(word.ljust(10), colour)}"
            f"{_span(row['uptimeSeconds']):>9}")
    say()
    say(f"{'Address ' + report['gateway'] if report['gateway'] else 'Workers alone'} · data {report['data']}")
    if report["drained"]:
        say(paint("The queue is drained, no worker claims: ./capitune admin jobs resume", "yellow"))
    if not report["supervisor"]:
        say(paint("No supervisor is alive: ./capitune up brings it back.", "yellow"))


def _state_word(row: dict) -> tuple[str, str]:
    if row["held"]:
        return "dev", "yellow"
    if not row["pid"]:
        return "down", "red"
    return ("ready", "green") if row["ready"] else ("not ready", "yellow")


def _span(seconds: int | None) -> str:
    if seconds is None:
        return "-"
    hours, rest = divmod(seconds, 3600)
    return f"{hours} h {rest // 60:02} m" if hours else f"{rest // 60} m {rest % 60:02} s"
