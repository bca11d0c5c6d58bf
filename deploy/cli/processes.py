"""Processes by pid *and* start time, so that a pid used again by somebody else is never signalled."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from pathlib import Path

PROC = Path("/proc")
MARK = "CAPITUNE_PROCESS"


def started(pid: int) -> str | None:
    """A token for the moment the process began; None when there is none or only its exit code is left."""
    if PROC.joinpath("self/stat").exists():
        try:
            fields = PROC.joinpath(str(pid), "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return None if fields[0] in "ZX" else fields[19]
    found = subprocess.run(["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True)
    state, _, began = found.stdout.strip().partition(" ")
    return None if not state or state.startswith("Z") else began.strip()


def command_of(pid: int) -> str:
    try:
        return PROC.joinpath(str(pid), "cmdline").read_bytes().replace(b"\x00", b" ").decode(errors="replace").strip()
    except OSError:
        found = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True)
        return found.stdout.strip()


def is_alive(pid: int, began: str) -> bool:
    return bool(pid and began) and started(pid) == began


def send(pid: int, began: str, signal_number: int, whole_group: bool = False) -> bool:
    """Signals exactly that process (or its group, when it leads one); false when it is gone."""
    if not is_alive(pid, began):
        return False
    try:
        if whole_group and os.getpgid(pid) == pid:
            os.killpg(pid, signal_number)
        else:
            os.kill(pid, signal_number)
        return True
    except (ProcessLookupError, PermissionError):
        return False


def kill_marked(mark: str) -> int:
    """Kills what one of our processes left behind (a browser, a driver): all that inherited its mark. Linux only."""
    wanted = f"{MARK}={mark}".encode()
    count = 0
    for entry in PROC.iterdir() if PROC.joinpath("self/environ").exists() else ():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        try:
            if wanted in entry.joinpath("environ").read_bytes().split(b"\x00"):
                os.kill(int(entry.name), signal.SIGKILL)
                count += 1
        except OSError:
            continue
    return count


def port_is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
            return True
        except OSError:
            return False


def listener(port: int) -> tuple[int, str] | None:
    """Who listens on a port, as far as this user may see."""
    inodes = _listening_inodes(port)
    for entry in PROC.iterdir() if inodes else ():
        if not entry.name.isdigit():
            continue
        try:
            for handle in entry.joinpath("fd").iterdir():
                if os.readlink(handle) in inodes:
                    return int(entry.name), command_of(int(entry.name))
        except OSError:
            continue
    return None if inodes else _listener_by_lsof(port)


def _listening_inodes(port: int) -> set[str]:
    inodes = set()
    for table in ("net/tcp", "net/tcp6"):
        try:
            lines = PROC.joinpath(table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in (line.split() for line in lines):
            if fields[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port:
                inodes.add(f"socket:[{fields[9]}]")
    return inodes


def _listener_by_lsof(port: int) -> tuple[int, str] | None:
    try:
        found = subprocess.run(["lsof", "-nP", "-t", f"-iTCP:{port}", "-sTCP:LISTEN"], capture_output=True, text=True)
    except OSError:
        return None
    pids = found.stdout.split()
    return (int(pids[0]), command_of(int(pids[0]))) if pids else None
