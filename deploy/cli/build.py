"""Builds what changed, and lays the packaged services where they run.

Services run from a copy of what Maven packaged: a build or a test run beside them then never pulls a jar
from under a running process.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from . import tools
from .console import Progress, Stop, good
from .ports import MODULES
from .settings import ROOT, Settings

STAMP = ROOT / "target" / "capitune-build.stamp"
NOT_DEPLOYED = ("bench", "e2e")


def packaged(module: str) -> Path:
    return ROOT / module / "target" / "quarkus-app"


def fingerprint(files, base: Path) -> str:
    """Changes when a file is added, removed, or differs in size or time."""
    digest = hashlib.sha256()
    for file in sorted(files):
        stat = file.stat()
        digest.update(f"{file.relative_to(base)}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def sources() -> list[Path]:
    found = [ROOT / "pom.xml", *ROOT.glob(".mvn/**/*")]
    for pom in [*ROOT.glob("*/pom.xml"), *ROOT.glob("platform/*/pom.xml")]:
        if pom.parent.name not in NOT_DEPLOYED:
            found += [pom, *pom.parent.glob("src/main/**/*")]
    return [file for file in found if file.is_file()]


def is_up_to_date() -> bool:
    return (STAMP.is_file() and STAMP.read_text() == fingerprint(sources(), ROOT)
            and all((packaged(module) / "quarkus-run.jar").is_file() for module in MODULES))


def ensure_built(settings: Settings) -> None:
    """Packages the services when a source changed since the last time; CAPITUNE_NO_BUILD=1 takes what is there."""
    if settings.get("CAPITUNE_NO_BUILD"):
        missing = [module for module in MODULES if not (packaged(module) / "quarkus-run.jar").is_file()]
        if missing:
            raise Stop(f"Not packaged yet: {', '.join(missing)}.", "Run ./mvnw package, or unset CAPITUNE_NO_BUILD.")
        return
    with exclusively(ROOT / "target" / "capitune-build.lock"):
        if is_up_to_date():
            good("Built already, nothing has changed")
            return
        stamp = fingerprint(sources(), ROOT)
        _package(settings)
        STAMP.write_text(stamp)


def _package(settings: Settings) -> None:
    left_out = ",".join(f"!{module}" for module in NOT_DEPLOYED)
    command = maven("package", "-pl", left_out, "-Dmaven.test.skip=true", "-Dspotless.apply.skip=true")
    log = settings.logs / "build.log"
    with Progress("Building") as progress:
        code, lines = stream(command, maven_env(settings), log, lambda line: progress.update(_module_of(line)))
        if code:
            errors = [line for line in lines if line.startswith("[ERROR]")][:12] or lines[-12:]
            raise Stop("The build failed.", *errors, f"All of it: {log}")
        progress.done("Built")


_building = ""


def _module_of(line: str) -> str:
    global _building
    found = re.match(r"\[INFO\] Building (?:Capitune :: )?(.+?) \S+\s+(\[\d+/\d+\])", line)
    if found:
        _building = f"{found.group(2)} {found.group(1)}"
    return _building


def maven(*arguments: str) -> list[str]:
    return [str(ROOT / "mvnw"), "-B", "-ntp", *arguments]


def maven_env(settings: Settings) -> dict[str, str]:
    home = tools.jdk(settings)
    return {**settings.env, "JAVA_HOME": str(home), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"}


def stream(command: list[str], env: dict[str, str], log: Path, each) -> tuple[int, list[str]]:
    """Runs a command, writes what it says to a log and hands on each line; a broken-off run stops the command too."""
    log.parent.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace")
    try:
        with log.open("w", encoding="utf-8") as out:
            for line in process.stdout:
                out.write(line)
                lines.append(line.rstrip("\n"))
                each(lines[-1])
        return process.wait(), lines
    except BaseException:
        process.terminate()
        process.wait()
        raise


@contextlib.contextmanager
def exclusively(path: Path, busy: str = ""):
    """Holds a lock file; waits for who holds it now, or stops with `busy` when that is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if busy else 0))
        except BlockingIOError:
            raise Stop(busy) from None
        yield


def lay_out(settings: Settings, modules: list[str]) -> dict[str, str]:
    """Copies those packaged services to their place; gives the folder of each. An unchanged one keeps its folder."""
    return {module: str(_lay_out(settings, module)) for module in modules}


def _lay_out(settings: Settings, module: str) -> Path:
    source = packaged(module)
    version = fingerprint((file for file in source.rglob("*") if file.is_file()), source)[:12]
    target = settings.run / "apps" / f"{module}-{version}"
    if not target.exists():
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        shutil.copytree(source, draft)
        draft.rename(target)
    return target


def forget_old(settings: Settings, apps: dict[str, str]) -> None:
    """Removes copies that nothing runs from any more."""
    for folder in (settings.run / "apps").iterdir():
        if str(folder) not in apps.values():
            shutil.rmtree(folder, ignore_errors=True)
