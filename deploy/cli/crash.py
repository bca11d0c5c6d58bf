"""`crash`: the crash test of e2e for as long as wanted, without Maven around it."""

from __future__ import annotations

import os
import subprocess

from . import build, tools
from .console import Stop
from .settings import ROOT, Settings
from .testing import test_env

CLASSPATH = ROOT / "e2e/target/classpath.txt"


def crash(settings: Settings, minutes: float, seed: int | None) -> int:
    """Runs it; 0 when everything held. The same seed gives the same schedule of faults."""
    settings.make_folders()
    build.ensure_built(settings)
    env = test_env(settings)
    _compile(settings)
    java = tools.jdk(settings) / "bin" / "java"
    classpath = f"{ROOT / 'e2e/target/test-classes'}{os.pathsep}{CLASSPATH.read_text().strip()}"
    return subprocess.run([str(java), "-Xmx512m", f"-Dcapitune.root={ROOT}", "-cp", classpath,
                           "io.capitune.e2e.crash.Crash", str(minutes), *([str(seed)] if seed is not None else [])],
                          env=env, cwd=ROOT).returncode


def _compile(settings: Settings) -> None:
    if settings.get("CAPITUNE_NO_BUILD") and CLASSPATH.is_file():
        return
    command = build.maven("-q", "process-test-classes", "-pl", "e2e", "-am", "-Dspotless.apply.skip=true",
                          "-DskipTests", "-Dquarkus.build.skip=true")
    code, lines = build.stream(command, build.maven_env(settings), settings.logs / "build.log", lambda line: None)
    if code:
        raise Stop("The crash test could not be built.", *lines[-12:])
