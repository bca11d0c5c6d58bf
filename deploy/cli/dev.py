"""`dev SERVICE`: that one service in Quarkus dev mode, on its own port behind the running gateway."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time

from . import build
from .console import Progress, Stop, good, say
from .lifecycle import up
from .ports import MODULES, WORKER, stored, worker_name
from .processes import MARK, kill_marked, port_is_free, started
from .secret_keys import Secrets
from .services import Plan, host
from .settings import Settings, reached_at
from .system import System


def dev(settings: Settings, module: str) -> int:
    """Takes the service's place until it ends, then gives it back to the supervisor."""
    if module not in MODULES:
        raise Stop(f"There is no service “{module}”.", f"There are: {', '.join(MODULES)}.")
    system = System(settings)
    if system.wanted().get("alone"):
        raise Stop("Only workers run here, packaged.", "Choose another CAPITUNE_DATA for a system to develop in.")
    if not system.is_supervised():
        up(settings, detached=True, workers=None)
    name = worker_name(0) if module == WORKER else module
    ports = stored(settings)
    if module == WORKER and not ports.workers:
        raise Stop("There is no worker whose place it could take.", "Start one with ./capitune up -d --workers 1")
    port = ports.workers[0] if module == WORKER else ports.services[module]
    system.hold(name, {"pid": os.getpid(), "started": started(os.getpid())})
    try:
        _await_port(name, port, reached_at(host(settings, module)))
        spec = Plan(settings, ports, Secrets(settings), {}).service(module, name, port)
        say(f"{module} in dev mode on port {port}; changed classes are reloaded. Ctrl-C gives it back.")
        return _run(settings, module, spec)
    finally:
        system.hold(name, None)
        good(f"{name} is given back to the supervisor")


def _await_port(name: str, port: int, host: str) -> None:
    with Progress(f"Stopping the packaged {name}") as progress:
        for _ in range(400):
            if port_is_free(port, host):
                progress.done(f"The packaged {name} has stopped")
                return
            progress.update("")
            time.sleep(0.1)
    raise Stop(f"{name} still holds port {port}.")


def _run(settings: Settings, module: str, spec) -> int:
    command = build.maven("compile", "quarkus:dev", "-pl", module, "-am", "-Ddebug=false",
                          f"-Dquarkus.http.port={spec.port}", f"-Dquarkus.http.host={spec.env['QUARKUS_HTTP_HOST']}",
                          "-Dspotless.apply.skip=true", "-Dquarkus.analytics.disabled=true", *_dev_version())
    # A mark of its own: the supervisor sweeps up what carries the packaged process' mark.
    mark = f"{spec.env[MARK]}:dev"
    env = {**spec.env, "JAVA_HOME": build.maven_env(settings)["JAVA_HOME"], MARK: mark}
    process = subprocess.Popen(command, cwd=build.ROOT, env=env)
    try:
        return process.wait()
    except (KeyboardInterrupt, SystemExit):
        process.send_signal(signal.SIGTERM)
        return 0
    finally:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
        kill_marked(mark)


def _dev_version() -> list[str]:
    """The parent POM may name another Quarkus for dev mode, whose extra artifacts are not to be had everywhere."""
    found = re.search(r"<quarkus\.dev\.version>(.+?)</", (build.ROOT / "pom.xml").read_text(encoding="utf-8"))
    return [f"-Dquarkus.version={found.group(1)}"] if found else []
