"""`up` and `down`."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time

from . import build, gateway, tools
from .console import Progress, Stop, good, say, warn
from .logs import Tail, rotate
from .ports import MODULES, WORKER, Ports, choose, require_free, worker_name
from .processes import kill_marked, send, started
from .secret_keys import Secrets
from .services import AUTH_SERVICE, MONGOD
from .settings import ROOT, Settings
from .supervisor import GRACE, HAND_OVER, KEEP
from .system import System, own_code, ready_now

READY_WITHIN = 180.0
TOO_MANY_DEATHS = 3
DEMO = "demo@capitune.local"
# What auth-service says where its sealing key does not open the database's signing key (KeySeal).
FOREIGN = "was sealed with another CAPITUNE_SEALING_KEY"


def up(settings: Settings, detached: bool, workers: int | None) -> int:
    """Makes the system run; in the foreground, stays until Ctrl-C and stops it then."""
    settings.check()
    if System(settings).wanted().get("alone"):
        raise Stop("In this folder only workers run; a whole system would be a second one on their database.",
                   "Start them with ./capitune worker",
                   f"For a whole system choose another CAPITUNE_DATA, or remove {settings.run / 'wanted.json'}")
    return _up(settings, detached, lambda system: _prepare(settings, system, workers), _announce)


def work(settings: Settings, detached: bool, workers: int | None) -> int:
    """Makes workers run for a system on another machine, and nothing else; in the foreground as `up`."""
    settings.check_for_workers()
    system = System(settings)
    if system.is_supervised() and not system.wanted().get("alone"):
        raise Stop("In this folder a whole system runs.", "It gains workers of its own by ./capitune up -d --workers N",
                   "For those of another system choose another CAPITUNE_DATA.")
    return _up(settings, detached, lambda system: _prepare_workers(settings, system, workers), _announce_workers)


def _up(settings: Settings, detached: bool, prepare, announce) -> int:
    settings.make_folders()
    system = System(settings)
    with build.exclusively(settings.run / "up.lock", busy="Another `capitune up` is at work for this data folder."):
        running = system.is_supervised()
        before = system.processes()
        prepare(system)
        if running:
            _renew_supervisor(system)
            _heal(system, before)
            announce(settings, system)
            return 0
        lifeline = Lifeline(system)
        try:
            _await_ready(system, settings)
            build.forget_old(settings, system.wanted()["apps"])
            if detached:
                lifeline.let_go()
            announce(settings, system)
        except BaseException:
            lifeline.end()
            raise
    if detached:
        return 0
    say("  stop        Ctrl-C")
    return lifeline.stay()


def _prepare(settings: Settings, system: System, workers: int | None) -> None:
    tools.jdk(settings)
    if not settings.get("MONGODB_URI"):
        tools.binary(settings, "mongod")
    tools.binary(settings, "traefik")
    tools.chromium(settings)
    Secrets(settings)
    build.ensure_built(settings)
    count = _count(settings, system, workers)
    ports = _choose(settings, system, count).all()
    if settings.get("MONGODB_URI"):
        ports.pop(MONGOD)
    _require_free(system, ports)
    gateway.lay_out(settings)
    system.want(workers=count, apps=build.lay_out(settings, MODULES), alone=False)


def _prepare_workers(settings: Settings, system: System, workers: int | None) -> None:
    tools.jdk(settings)
    tools.chromium(settings)
    build.ensure_built(settings)
    count = _count(settings, system, workers) or 1
    ports = _choose(settings, system, count)
    _require_free(system, {worker_name(i): port for i, port in enumerate(ports.workers)})
    system.want(workers=count, apps=build.lay_out(settings, [WORKER]), alone=True)


def _count(settings: Settings, system: System, asked: int | None) -> int:
    known = asked if asked is not None else system.wanted().get("workers")
    return settings.number("CAPITUNE_WORKERS", 1) if known is None else known


def _choose(settings: Settings, system: System, count: int) -> Ports:
    return choose(settings, count, system.is_supervised())


def _require_free(system: System, ports: dict[str, int]) -> None:
    if not system.is_supervised():
        before = set(system.processes())
        require_free({name: port for name, port in ports.items() if name.removesuffix(" (internal)") not in before})


class Lifeline:
    """The supervisor in its own session, and the pipe that ties its life to this command until it is let go."""

    def __init__(self, system: System):
        self.system = system
        self.let_gone = False
        rotate(system.settings.logs / "supervisor.log")
        theirs, self.ours = os.pipe()
        with (system.settings.logs / "supervisor.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(ROOT / "capitune"), "supervise", str(theirs)], pass_fds=[theirs],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=ROOT,
                env={**os.environ, "CAPITUNE_DATA": str(system.settings.data)})
        os.close(theirs)

    def let_go(self) -> None:
        self.let_gone = True
        os.write(self.ours, KEEP)
        os.close(self.ours)

    def stay(self) -> int:
        """Shows what the supervisor does until it ends or this command is interrupted."""
        tail = Tail(self.system.settings.logs / "supervisor.log", "")
        tail.at = tail.path.stat().st_size
        try:
            while self.process.poll() is None:
                tail.more()
                time.sleep(0.3)
            if self.system.is_supervised():
                say("Another `capitune up` took over; the system goes on in the background.")
            return self.process.returncode
        except (KeyboardInterrupt, SystemExit):
            self.end()
            return 0

    def end(self) -> None:
        """Stops everything, unless it was let go; not to be hurried by a second Ctrl-C."""
        if self.let_gone:
            return
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        os.close(self.ours)
        with Progress("Stopping") as progress:
            while self.process.poll() is None:
                progress.update("")
                time.sleep(0.1)
            progress.done("Stopped, nothing is left running")


def _await_ready(system: System, settings: Settings) -> None:
    deadline = time.monotonic() + READY_WITHIN
    fewest = math.inf
    wanted = system.wanted()["generation"]
    with Progress("Starting") as progress:
        while time.monotonic() < deadline:
            state = system.state()
            if state.get("generation") == wanted and not state.get("stopping"):
                missing = _not_ready(system, state)
                if not missing:
                    progress.done("Every service is ready")
                    return
                progress.update(f"waiting for {', '.join(missing)}")
                _give_up_on_the_dying(settings, state)
                if AUTH_SERVICE in missing:
                    _give_up_on_a_foreign_database(settings, state)
                outdated = len(state.get("outdated", []))
                if outdated < fewest:
                    # Workers are replaced one after the other: each may take so long.
                    fewest = outdated
                    deadline = time.monotonic() + READY_WITHIN
            elif not system.is_supervised() and progress.seconds() > 5:
                raise Stop("The supervisor ended.", *_last_lines(settings, "supervisor"))
            time.sleep(0.25)
    slow = _not_ready(system, system.state())
    raise Stop(f"Not ready after {READY_WITHIN:.0f} s: {', '.join(slow)}.",
               *[line for name in slow[:2] for line in _last_lines(settings, name)])


def _not_ready(system: System, state: dict) -> list[str]:
    processes = {name: entry for name, entry in system.processes().items() if not entry["stopping"]}
    ready = ready_now(processes)
    held = state.get("held", [])
    leaving = [name for name in state.get("processes", {}) if name not in state["wanted"]]
    outdated = state.get("outdated", [])
    return [name for name in state["wanted"]
            if name not in held and (not ready.get(name) or name in outdated)] + leaving


def _give_up_on_a_foreign_database(settings: Settings, state: dict) -> None:
    """auth-service says again and again that it cannot open the signing key, and never will."""
    entry = state["processes"].get(AUTH_SERVICE, {"stopping": True})
    # Until it is the one that is wanted, its log is that of the one before.
    if entry["stopping"] or AUTH_SERVICE in state.get("outdated", []):
        return
    if any(FOREIGN in line for line in _last_lines(settings, AUTH_SERVICE)):
        raise Stop("The MongoDB is another installation's: its signing key was sealed with another CAPITUNE_SEALING_KEY.",
                   "To run workers for it: ./capitune worker (docs/operations.md#a-worker-on-another-machine)",
                   "To go on with its data here, bring its secrets.json or set CAPITUNE_SEALING_KEY to its own.",
                   "For an installation beside it choose another MONGODB_DATABASE.")


def _give_up_on_the_dying(settings: Settings, state: dict) -> None:
    for name, deaths in state.get("deaths", {}).items():
        if deaths >= TOO_MANY_DEATHS:
            raise Stop(f"{name} died {deaths} times ({state['ended'].get(name)}). Its last words:",
                       *_last_lines(settings, name))


def _last_lines(settings: Settings, name: str) -> list[str]:
    log = settings.logs / f"{name}.log"
    lines = log.read_text(errors="replace").splitlines()[-12:] if log.exists() else []
    return [*lines, f"All of it: {log}"]


def _renew_supervisor(system: System) -> None:
    """Puts this version's supervisor in the place of an older one's; the services go on meanwhile."""
    if system.state().get("code") == own_code():
        return
    with Progress("Renewing the supervisor") as progress:
        send(*system.supervisor(), HAND_OVER)
        if not _until(lambda: not system.is_supervised(), 15, progress):
            raise Stop("The supervisor of an older version does not hand over.", "Run ./capitune down, then up.")
        Lifeline(system).let_go()
        progress.done("The supervisor is renewed")


def changes(before: dict[str, dict], after: dict[str, dict]) -> dict[str, list[str]]:
    """What became of the processes, by what to call it; a process is another one when its pid or its start is."""
    def identity(entry: dict) -> tuple:
        return entry["pid"], entry["started"]
    return {
        "Started": sorted(after.keys() - before.keys()),
        "Restarted": sorted(name for name in after.keys() & before.keys()
                            if identity(after[name]) != identity(before[name])),
        "Stopped": sorted(before.keys() - after.keys()),
    }


def _heal(system: System, before: dict[str, dict]) -> None:
    _await_ready(system, system.settings)
    build.forget_old(system.settings, system.wanted()["apps"])
    found = {what: names for what, names in changes(before, system.processes()).items() if names}
    for what, names in found.items():
        good(f"{what}: {', '.join(names)}")
    if not found:
        good("It was running already: all is well")


def _announce(settings: Settings, system: System) -> None:
    state = system.state()
    address = state["gateway"]
    mail = {"resend": "Resend", "smtp": "SMTP", "mailbox": "local mailbox; nothing leaves this machine"}
    workers = sum(name.startswith(WORKER) for name in state["wanted"])
    say()
    say(f"  Capitune    {address}")
    if settings.local:
        say(f"  demo        sign in as {DEMO} with the link that arrives in the mailbox")
        if settings.mail_provider == "mailbox":
            say(f"  mailbox     {address}/dev/mail")
    say(f"  e-mail      {mail[settings.mail_provider]}")
    say(f"  composer    {_composer(settings)}")
    say(f"  workers     {workers}")
    say("  logs        ./capitune logs -f")


def _announce_workers(settings: Settings, system: System) -> None:
    say()
    say(f"  workers     {len(system.state()['wanted'])}, for the system of {settings.get('CAPITUNE_AUTH_URL')}")
    say(f"  composer    {_composer(settings)}")
    say("  logs        ./capitune logs -f")


def _composer(settings: Settings) -> str:
    model = settings.get("CAPITUNE_OPENAI_BASE_URL") and settings.get("CAPITUNE_OPENAI_MODEL")
    return f"language model {model}" if model else "by rules"


def down(settings: Settings) -> int:
    """Stops the supervisor and everything it started; also what a killed supervisor left behind."""
    system = System(settings)
    if not system.is_supervised() and not system.processes():
        good("Nothing is running")
        return 0
    with Progress("Stopping") as progress:
        send(*system.supervisor(), signal.SIGTERM)
        if not _until(lambda: not system.is_supervised(), 2 * GRACE + 15, progress):
            warn("The supervisor did not end in time and was killed")
            send(*system.supervisor(), signal.SIGKILL)
        _stop_the_left_behind(system, progress)
        progress.done("Stopped, nothing is left running")
    return 0


def _stop_the_left_behind(system: System, progress: Progress) -> None:
    left = system.processes()
    for name, entry in sorted(left.items(), key=lambda item: item[0] == MONGOD):
        send(entry["pid"], entry["started"], signal.SIGTERM)
        if not _until(lambda: started(entry["pid"]) != entry["started"], GRACE, progress):
            send(entry["pid"], entry["started"], signal.SIGKILL, whole_group=True)
        kill_marked(f"{system.settings.data}:{name}")


def _until(condition, seconds: float, progress: Progress) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        progress.update("")
        time.sleep(0.1)
    return True
