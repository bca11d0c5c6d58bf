"""Keeps the wanted processes running: starts what is missing, restarts what died (with backoff), stops what is not wanted.

One supervisor per data folder, by a lock. It adopts processes that an earlier supervisor left alive.
"""

from __future__ import annotations

import fcntl
import os
import select
import shutil
import signal
import subprocess
import time
from datetime import datetime, timezone
from pathlib import Path

from . import processes
from .logs import cap, rotate
from .mongo import ensure_primary
from .ports import WORKER, Ports, stored
from .services import GATEWAY, MONGOD, Spec, plan_of
from .settings import LOOPBACK, Settings, read_json, write_json
from .system import Readiness, held_now, own_code

GRACE = 30.0
TICK = 0.2
STEADY = 60.0
KEEP = b"k"
# Ends the supervisor and leaves its processes to the next one.
HAND_OVER = signal.SIGUSR1


class Running:
    """A process that was started or adopted."""

    def __init__(self, spec: Spec, fingerprint: str, pid: int, child: subprocess.Popen | None = None):
        self.spec, self.fingerprint, self.pid, self.child = spec, fingerprint, pid, child
        self.started = processes.started(pid) or ""
        self.since = time.time()
        self.kill_at: float | None = None

    def ended(self) -> str | None:
        """How it ended, in words; None while it runs."""
        if self.child is not None:
            code = self.child.poll()
            return None if code is None else f"signal {-code}" if code < 0 else f"exit code {code}"
        return None if processes.is_alive(self.pid, self.started) else "gone"

    def stop(self) -> None:
        """Asks once, with SIGTERM; insists when the time of grace is over."""
        if self.kill_at is None:
            self.kill_at = time.monotonic() + GRACE
            processes.send(self.pid, self.started, signal.SIGTERM)
        elif time.monotonic() > self.kill_at:
            processes.send(self.pid, self.started, signal.SIGKILL, whole_group=True)


class Supervisor:
    """The loop; everything happens in `tick`, which waits for nothing: who is ready is asked beside it."""

    def __init__(self, settings: Settings, lifeline: int):
        self.settings = settings
        self.lifeline: int | None = lifeline
        self.stopping = False
        self.handing_over = False
        self.running: dict[str, Running] = {}
        self.deaths: dict[str, int] = {}
        self.ended: dict[str, str] = {}
        self.start_at: dict[str, float] = {}
        self.generation = -1
        self.held: set[str] = set()
        self.primary = False
        self.database: tuple = ()
        self.ours = False
        self.readiness = Readiness()
        self.next_look = 0.0
        self.shown: dict = {}
        self.code = own_code()

    def run(self) -> None:
        lock = (self.settings.run / "supervisor.lock").open("a")
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        signal.signal(HAND_OVER, self._asked_to_hand_over)
        self._reload()
        self._adopt()
        while not (self.stopping and not self.running):
            self.tick()
            time.sleep(TICK)
            if self.handing_over and not self.stopping:
                self._log("handing over to a newer supervisor")
                return
        self._show()
        self._log("all stopped")

    def tick(self) -> None:
        self._listen()
        if self.stopping:
            self._stop_in_order()
        else:
            self._reload()
            self._reconcile()
        self._bury()
        self._look_after_mongod()
        self._show()

    # -- what is wanted

    def _reload(self) -> None:
        wanted = read_json(self.settings.run / "wanted.json")
        self.held = held_now(wanted)
        if wanted.get("generation") == self.generation:
            return
        self.generation = wanted.get("generation")
        fresh = Settings({**os.environ})
        self.plan = plan_of(fresh, stored(fresh) or Ports(), wanted)
        self.specs = {spec.name: spec for spec in self.plan.specs()}
        self.prints = {name: spec.fingerprint(self.plan.secrets.fingerprint_key) for name, spec in self.specs.items()}
        self._notice_the_database((self.plan.mongodb_uri, fresh.get("MONGODB_DATABASE"),
                                   self.plan.secrets.fingerprint_key))
        self.start_at.clear()
        self.deaths.clear()

    def _notice_the_database(self, database: tuple) -> None:
        """Another one, or another key to it, has to be shown to be this system's again."""
        self.ours = self.ours and database == self.database
        self.database = database

    def _adopt(self) -> None:
        noted = read_json(self.settings.run / "state.json").get("processes", {})
        for name, entry in noted.items():
            if processes.is_alive(entry["pid"], entry["started"]):
                spec = self.specs.get(name) or Spec(name, [], entry["port"], url=entry["url"])
                self.running[name] = Running(spec, entry.get("fingerprint", ""), entry["pid"])
                self.running[name].since = entry["since"]
                current = entry.get("fingerprint") == self.prints.get(name)
                self.ours = self.ours or (current and name != self.plan.gatekeeper)
                self._log(f"took over {name} (pid {entry['pid']})")

    # -- starting and stopping

    def _reconcile(self) -> None:
        outdated = self._outdated()
        workers = [name for name in outdated if self.specs[name].module == WORKER]
        going = {*outdated} - {*workers} | {*self._turn(workers)}
        for name, running in self.running.items():
            if name not in self.specs or name in self.held or name in going:
                running.stop()
        for name, spec in self.specs.items():
            due = time.monotonic() >= self.start_at.get(name, 0)
            if name not in self.running and name not in self.held and due and self._may_start(spec):
                self._start(spec)

    def _outdated(self) -> list[str]:
        """What runs and has to be started anew."""
        return [name for name, running in self.running.items() if name in self.specs and name not in self.held
                and running.fingerprint != self.prints[name]]

    def _turn(self, outdated: list[str]) -> list[str]:
        """The worker that makes place for its successor now: no other does until that one is ready."""
        leaving = [name for name in outdated if self.running[name].kill_at is not None]
        if leaving or not outdated:
            return leaving
        wanted = [name for name, spec in self.specs.items() if spec.module == WORKER and name not in self.held]
        ready = self._ready()
        others = [name for name in wanted if name not in outdated]
        if not all(name in ready for name in outdated) or not all(ready.get(name) for name in others):
            return []
        # One that does no work is missed by nobody.
        return [min(outdated, key=lambda name: ready[name])]

    def _ready(self) -> dict[str, bool]:
        """What each process answered last; one that was not asked yet is not among them."""
        answers = self.readiness.of([self._entry(running) for running in self.running.values()])
        return {name: answers[running.pid] for name, running in self.running.items() if running.pid in answers}

    def _may_start(self, spec: Spec) -> bool:
        if self.plan.own_mongod:
            return spec.name == MONGOD or self.primary or bool(self.deaths.get(MONGOD))
        return spec.name == self.plan.gatekeeper or self._is_ours()

    def _is_ours(self) -> bool:
        """Whether the database is this system's: its gatekeeper shows that once, by getting ready."""
        gatekeeper = self.plan.gatekeeper
        self.ours = self.ours or not gatekeeper or (
            gatekeeper in self.running and gatekeeper not in self._outdated() and self._ready().get(gatekeeper, False))
        return self.ours

    def _start(self, spec: Spec) -> None:
        mark = self.plan.mark(spec.name)
        processes.kill_marked(mark)
        self._prepare_folders(spec)
        log = self.settings.logs / f"{spec.name}.log"
        rotate(log)
        try:
            with log.open("ab") as out:
                child = subprocess.Popen(spec.argv, env=spec.env, cwd=self.settings.data, stdin=subprocess.DEVNULL,
                                         stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        except OSError as error:
            self._died(spec.name, f"could not be started: {error.strerror}")
            return
        self.running[spec.name] = Running(spec, self.prints[spec.name], child.pid, child)
        self._log(f"started {spec.name} (pid {child.pid})")

    def _prepare_folders(self, spec: Spec) -> None:
        temporary = self.settings.run / "tmp" / spec.name
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir(parents=True)
        if spec.name == MONGOD:
            Path(spec.argv[spec.argv.index("--dbpath") + 1]).mkdir(parents=True, exist_ok=True)
            self.primary = False

    def _bury(self) -> None:
        for name, running in list(self.running.items()):
            how = running.ended()
            if how is None:
                continue
            del self.running[name]
            processes.kill_marked(self.plan.mark(name))
            if running.kill_at is not None:
                self._log(f"stopped {name}")
                continue
            if time.time() - running.since > STEADY:
                self.deaths.pop(name, None)
            self._died(name, how)

    def _died(self, name: str, how: str) -> None:
        self.deaths[name] = self.deaths.get(name, 0) + 1
        self.ended[name] = how
        wait = min(0.5 * 2 ** (self.deaths[name] - 1), 30.0)
        self.start_at[name] = time.monotonic() + wait
        self._log(f"{name} died ({how}); starting it again in {wait:g} s")

    def _stop_in_order(self) -> None:
        """First who takes requests in, then the services, the database last."""
        for layer in ({GATEWAY}, set(self.running) - {GATEWAY, MONGOD}, {MONGOD}):
            present = layer & set(self.running)
            for name in present:
                self.running[name].stop()
            if present:
                return

    # -- the world around

    def _listen(self) -> None:
        """The command that started this holds the other end: a word keeps us, silence and its end stop us."""
        if self.lifeline is None or not select.select([self.lifeline], [], [], 0)[0]:
            return
        if os.read(self.lifeline, 1) != KEEP:
            self.stopping = True
        os.close(self.lifeline)
        self.lifeline = None

    def _asked_to_stop(self, *_) -> None:
        self.stopping = True

    def _asked_to_hand_over(self, *_) -> None:
        self.handing_over = True

    def _look_after_mongod(self) -> None:
        if time.monotonic() < self.next_look:
            return
        self.next_look = time.monotonic() + (5.0 if self.primary else 0.3)
        if MONGOD in self.running and self.running[MONGOD].kill_at is None:
            self.primary = ensure_primary(self.running[MONGOD].spec.port)
        for log in self.settings.logs.glob("*.log"):
            cap(log)

    def _show(self) -> None:
        state = {
            "supervisor": {"pid": os.getpid(), "started": processes.started(os.getpid())},
            "code": self.code,
            "gateway": self.plan.public_url,
            "mongodbUri": self.plan.mongodb_uri if self.plan.own_mongod else "",
            "generation": self.generation,
            "wanted": list(self.specs),
            "held": sorted(self.held),
            "outdated": self._outdated(),
            "deaths": self.deaths,
            "ended": self.ended,
            "stopping": self.stopping,
            "processes": {name: self._entry(running) for name, running in self.running.items()},
        }
        if state != self.shown:
            write_json(self.settings.run / "state.json", state)
            self.shown = state

    def _entry(self, running: Running) -> dict:
        spec = running.spec
        ready_url = f"http://{LOOPBACK}:{self.plan.ports.internal}/ping" if spec.name == GATEWAY else (
            f"{spec.url}{spec.ready_path}" if spec.ready_path else "")
        return {"pid": running.pid, "started": running.started, "since": running.since, "port": spec.port,
                "url": spec.url, "module": spec.module, "readyUrl": ready_url, "fingerprint": running.fingerprint,
                "stopping": running.kill_at is not None, "primary": spec.name == MONGOD and self.primary}

    def _log(self, text: str) -> None:
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        print(f"{now} {text}", flush=True)
