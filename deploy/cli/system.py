"""What is known of a system from outside: its files in `.data/run`, its supervisor, which of its processes are ready.

`wanted.json` is written by commands and read by the supervisor (workers, apps, what `dev` holds);
`state.json` is written by the supervisor and read by commands.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import urllib.error
import urllib.request
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from .ports import Ports, stored
from .processes import is_alive
from .settings import Settings, read_json, write_json

# Talking to ourselves: no proxy of the environment may come between.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class System:
    """One system's files, as a command sees them."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self.lock_file = settings.run / "supervisor.lock"

    # -- the supervisor

    def state(self) -> dict:
        return read_json(self.settings.run / "state.json")

    def is_supervised(self) -> bool:
        """True while a supervisor holds its lock; the lock goes with the process, however it ends."""
        if not self.lock_file.exists():
            return False
        with self.lock_file.open("a") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return False
            except BlockingIOError:
                return True

    def supervisor(self) -> tuple[int, str]:
        found = self.state().get("supervisor", {})
        return found.get("pid", 0), found.get("started", "")

    def processes(self) -> dict[str, dict]:
        """Name -> what the supervisor noted, for those that are alive."""
        noted = self.state().get("processes", {})
        return {name: entry for name, entry in noted.items() if is_alive(entry["pid"], entry["started"])}

    def ports(self) -> Ports | None:
        return stored(self.settings)

    # -- what is wanted

    def wanted(self) -> dict:
        return read_json(self.settings.run / "wanted.json")

    def want(self, **changes) -> None:
        with self._wanted_locked():
            wanted = {**self.wanted(), **changes}
            wanted["generation"] = wanted.get("generation", 0) + 1
            write_json(self.settings.run / "wanted.json", wanted)

    def hold(self, name: str, holder: dict | None) -> None:
        """Keeps the supervisor's hands off one process while its holder lives; None gives it back."""
        with self._wanted_locked():
            wanted = self.wanted()
            held = wanted.setdefault("held", {})
            held.pop(name, None)
            if holder:
                held[name] = holder
            wanted["generation"] = wanted.get("generation", 0) + 1
            write_json(self.settings.run / "wanted.json", wanted)

    @contextlib.contextmanager
    def _wanted_locked(self):
        self.settings.run.mkdir(parents=True, exist_ok=True)
        with (self.settings.run / "wanted.lock").open("a") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def own_code() -> str:
    """Which version of this command runs, so that a newer one can take over from an older supervisor."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def held_now(wanted: dict) -> set[str]:
    """What is held by somebody who is still there."""
    return {name for name, holder in wanted.get("held", {}).items()
            if is_alive(holder.get("pid", 0), holder.get("started", ""))}


def answers_ok(url: str, timeout: float = 2.0) -> bool:
    try:
        with DIRECT.open(url, timeout=timeout) as answer:
            return answer.status == 200
    except (OSError, ValueError, urllib.error.URLError):
        return False


def ready_now(processes: dict[str, dict]) -> dict[str, bool]:
    """Asks each process itself, all at once."""
    if not processes:
        return {}
    with ThreadPoolExecutor(len(processes)) as pool:
        return dict(zip(processes, pool.map(_is_ready, processes.values())))


class Readiness:
    """Which processes are ready, asked beside a loop that waits for nobody."""

    def __init__(self):
        self.pool = ThreadPoolExecutor(1)
        self.asking: Future | None = None
        self.answers: dict[int, bool] = {}

    def of(self, entries: list[dict]) -> dict[int, bool]:
        """The last answers, by pid; who was not asked yet has none. Asks all of these again."""
        if self.asking is None or self.asking.done():
            if self.asking is not None:
                self.answers = self.asking.result()
            self.asking = self.pool.submit(ready_now, {entry["pid"]: entry for entry in entries})
        return self.answers


def _is_ready(entry: dict) -> bool:
    return answers_ok(entry["readyUrl"]) if entry.get("readyUrl") else bool(entry.get("primary"))
