"""Logs: one file per process, the last few runs kept, none ever larger than its cap."""

from __future__ import annotations

import os
import time
from pathlib import Path

from .console import Stop, paint, say
from .services import module_of
from .settings import Settings

KEPT = 3
CAP = 50 * 1024 * 1024


def rotate(log: Path) -> None:
    """Moves the log of the last run aside: name.log -> name.1.log -> name.2.log …"""
    if not log.exists() or log.stat().st_size == 0:
        return
    older = [log.with_suffix(f".{i}.log") for i in range(1, KEPT + 1)]
    for source, target in reversed(list(zip([log, *older], older))):
        if source.exists():
            os.replace(source, target)


def cap(log: Path) -> None:
    """Empties a log that has grown too large, after copying its end aside; writers append, so they go on."""
    if log.stat().st_size <= CAP:
        return
    with log.open("rb+") as file:
        file.seek(-CAP // 2, os.SEEK_END)
        log.with_suffix(".1.log").write_bytes(file.read())
        file.truncate(0)


def is_current(log: Path) -> bool:
    return not log.stem.rpartition(".")[2].isdigit()


def show(settings: Settings, service: str | None, follow: bool, lines: int) -> None:
    files = _files(settings, service)
    width = max(len(file.stem) for file in files)
    tails = [Tail(file, f"{paint(file.stem.ljust(width), 'dim')} " if len(files) > 1 else "") for file in files]
    for tail in tails:
        tail.last(lines if len(files) == 1 else max(lines // 10, 5))
    while follow:
        for tail in tails:
            tail.more()
        time.sleep(0.3)


def _files(settings: Settings, service: str | None) -> list[Path]:
    every = [file for file in sorted(settings.logs.glob("*.log")) if is_current(file)]
    if not service:
        chosen = [file for file in every if file.stem not in ("access", "build", "test")]
    else:
        chosen = [file for file in every if service in (file.stem, module_of(file.stem))]
    if not chosen:
        known = ", ".join(file.stem for file in every) or "none yet"
        raise Stop(f"No log of “{service}”." if service else "There is no log yet.", f"There are: {known}.")
    return chosen


class Tail:
    """Reads a log from its end, and what comes after, also across its rotation."""

    def __init__(self, path: Path, prefix: str):
        self.path, self.prefix, self.at = path, prefix, 0

    def last(self, lines: int) -> None:
        data = self.path.read_bytes()
        self.at = len(data)
        self._print(data.splitlines()[-lines:])

    def more(self) -> None:
        if not self.path.exists():
            return
        if self.path.stat().st_size < self.at:
            self.at = 0
        with self.path.open("rb") as file:
            file.seek(self.at)
            data = file.read()
        whole = data[:data.rfind(b"\n") + 1]
        self.at += len(whole)
        self._print(whole.splitlines())

    def _print(self, lines: list[bytes]) -> None:
        for line in lines:
            say(self.prefix + line.decode(errors="replace"))
