"""What the command says: plain lines, one moving progress line on a terminal, and errors that name the remedy."""

from __future__ import annotations

import os
import sys
import time


class Stop(Exception):
    """Ends the command with a message for a person and, below it, what to do."""

    def __init__(self, message: str, *remedies: str, code: int = 1):
        super().__init__(message)
        self.remedies = remedies
        self.code = code


def is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, colour: str) -> str:
    """Colours only where a person looks on, and never with NO_COLOR."""
    if not is_terminal() or os.environ.get("NO_COLOR"):
        return text
    codes = {"green": "32", "red": "31", "yellow": "33", "bold": "1", "dim": "2"}
    return f"\033[{codes[colour]}m{text}\033[0m"


def say(text: str = "") -> None:
    print(text, flush=True)


def good(text: str) -> None:
    say(f"{paint('✓', 'green')} {text}")


def warn(text: str) -> None:
    say(f"{paint('!', 'yellow')} {text}")


def complain(stop: Stop) -> None:
    print(f"{paint('✗', 'red')} {stop}", file=sys.stderr, flush=True)
    for remedy in stop.remedies:
        print(f"  {remedy}", file=sys.stderr, flush=True)


class Progress:
    """One line that moves on a terminal; on a pipe, one line when it ends."""

    def __init__(self, what: str):
        self.what = what
        self.began = time.monotonic()
        self.moving = is_terminal()
        self._drawn_at = 0.0
        if not self.moving:
            say(f"… {what}")

    def __enter__(self) -> "Progress":
        return self

    def update(self, detail: str) -> None:
        now = time.monotonic()
        if self.moving and now - self._drawn_at > 0.1:
            self._drawn_at = now
            self._draw(f"… {self.what}  {paint(detail, 'dim')}  {self.seconds()} s")

    def done(self, text: str) -> None:
        if self.moving:
            self._draw("")
        good(f"{text} ({self.seconds()} s)")

    def seconds(self) -> int:
        return int(time.monotonic() - self.began)

    def __exit__(self, kind, error, trace) -> None:
        if kind and self.moving:
            self._draw("")

    def _draw(self, text: str) -> None:
        sys.stdout.write(f"\r\033[K{text}")
        sys.stdout.flush()
