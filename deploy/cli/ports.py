"""Which port each process listens on: fixed by default, or picked free once per data folder (CAPITUNE_PORTS=auto)."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, field

from .console import Stop
from .processes import listener, port_is_free
from .settings import Settings, read_json, write_json

SERVICES = {
    "auth-service": 8081,
    "cv-job-service": 8082,
    "render-service": 8083,
    "notification-service": 8084,
    "portal-service": 8085,
}
WORKER = "pdf-worker"
MODULES = [*SERVICES, WORKER]
FIRST_WORKER = 8091
# Below the range systems hand out for outgoing connections, so that nothing slips in between choosing and binding.
AUTO_RANGE = range(15000, 27000)


@dataclass
class Ports:
    gateway: int = 8080
    internal: int = 8079
    mongod: int = 27117
    services: dict[str, int] = field(default_factory=lambda: dict(SERVICES))
    workers: list[int] = field(default_factory=list)

    def all(self) -> dict[str, int]:
        named = {"gateway": self.gateway, "gateway (internal)": self.internal, "mongod": self.mongod, **self.services}
        named.update({worker_name(i): port for i, port in enumerate(self.workers)})
        return named


def worker_name(index: int) -> str:
    return f"{WORKER}-{index + 1}"


def stored(settings: Settings) -> Ports | None:
    found = read_json(settings.run / "ports.json")
    return Ports(**found) if found else None


def choose(settings: Settings, workers: int, running: bool) -> Ports:
    """The ports of this system; one that runs keeps its own, and only gains or loses workers."""
    auto = settings.get("CAPITUNE_PORTS") == "auto"
    before = stored(settings)
    if before and (running or (auto and _reusable(before, settings))):
        ports = before
        auto = ports.mongod in AUTO_RANGE
    else:
        ports = _free_ports() if auto else Ports()
        ports.gateway = settings.number("CAPITUNE_HTTP_PORT", ports.gateway)
    _fit_workers(ports, workers, auto)
    write_json(settings.run / "ports.json", asdict(ports))
    return ports


def _reusable(ports: Ports, settings: Settings) -> bool:
    return (settings.number("CAPITUNE_HTTP_PORT", ports.gateway) == ports.gateway
            and ports.mongod in AUTO_RANGE
            and all(port_is_free(port) for port in ports.all().values()))


def _fit_workers(ports: Ports, workers: int, auto: bool) -> None:
    del ports.workers[workers:]
    while len(ports.workers) < workers:
        ports.workers.append(_free(ports) if auto else FIRST_WORKER + len(ports.workers))


def _free_ports() -> Ports:
    ports = Ports(gateway=0, internal=0, mongod=0, services={})
    ports.gateway, ports.internal, ports.mongod = _free(ports), 0, 0
    ports.internal = _free(ports)
    ports.mongod = _free(ports)
    for name in SERVICES:
        ports.services[name] = _free(ports)
    return ports


def _free(ports: Ports) -> int:
    taken = set(ports.all().values())
    for _ in range(2000):
        port = random.choice(AUTO_RANGE)
        if port not in taken and port_is_free(port):
            return port
    raise Stop("No free port found.", f"Free some between {AUTO_RANGE.start} and {AUTO_RANGE.stop}.")


def require_free(wanted: dict[str, int]) -> None:
    """Names every port that somebody else holds, with the process where it can be seen."""
    taken = [describe(name, port) for name, port in wanted.items() if not port_is_free(port)]
    if taken:
        raise Stop("\n  ".join(taken), "Stop that process, or run with CAPITUNE_PORTS=auto"
                   " (or CAPITUNE_HTTP_PORT=N for the gateway alone).")


def describe(name: str, port: int) -> str:
    holder = listener(port)
    by = f" by pid {holder[0]}: {holder[1][:90]}" if holder else " by a process of another user"
    return f"Port {port}, wanted by {name}, is in use{by}"
