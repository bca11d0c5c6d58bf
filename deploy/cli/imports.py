"""`admin import`: accounts of another system, from a file of JSON Lines. What an account may be is auth-service's to say.

The file is read twice, a few lines at a time: once to have every line checked, and once to have them brought in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Iterator

from .admin import Operator, known
from .console import Progress, Stop, good, say, warn
from .settings import Settings

LONGEST = 2048   # bytes of a line
MOST = 100       # lines of a request
ROOM = 12_000    # bytes of their JSON; the service takes 16 KiB, and one line more fits in
SHOWN = 50       # refused lines that are named
SERVICE = "auth-service"
PATIENCE = 60


@dataclass
class Line:
    """A line of the file: its text, or why it cannot even be sent."""

    number: int
    text: str = ""
    fault: str | None = None


@dataclass
class Tally:
    """What became of all lines, or would."""

    new: int = 0
    with_password: int = 0
    known: int = 0
    refused: int = 0
    named: list[str] = field(default_factory=list)
    digest: str = ""

    def add(self, told: dict) -> None:
        self.new += told["new"]
        self.with_password += told["withPassword"]
        self.known += told["known"]
        for line in told["refused"]:
            self.refuse(line["line"], line["field"], line["why"])

    def refuse(self, number: int, where: str, why: str) -> None:
        self.refused += 1
        if len(self.named) < SHOWN:
            self.named.append(f"line {number}: {why}" if where == "line" else f"line {number}, {where}: {why}")


def bring_in(settings: Settings, path: str, dry_run: bool, skip_refused: bool) -> int:
    """Opens an account for each line that has none yet; 1 where a line is refused."""
    with opened(path) as file:
        operator = Operator(settings)
        found = run(operator, file, "Checking", "/internal/imports/check", {})
        name(found)
        if found.refused and not (skip_refused or dry_run):
            raise Stop(f"{lines(found.refused)} refused, so nothing was imported.",
                       "Mend or remove them; or say --skip-refused to import the others.")
        if dry_run:
            good(f"Nothing was written. {accounts(found.new)} would be opened{passwords(found)}; {rest(found)}.")
        elif not found.new:
            good(f"No account is new, so nothing was done; {rest(found)}.")
        else:
            done = write(operator, file, found)
            good(f"{accounts(done.new)} opened{passwords(done)}; {rest(done)}.")
        return 1 if found.refused else 0


def write(operator: Operator, file: BinaryIO, found: Tally) -> Tally:
    """Has it written down that the file is imported, and then imports it."""
    begun = known(operator.authorised(SERVICE, "POST", "/internal/imports", {
        "new": found.new, "known": found.known, "refused": found.refused, "file": found.digest}))
    try:
        done = run(operator, file, "Importing", "/internal/imports/accounts", {"import": begun["import"]})
    except Stop as stop:
        raise Stop(str(stop), "Some accounts may be open. Run the same again: what is there stays as it is.") from None
    if done.digest != found.digest:
        raise Stop("The file changed while it was imported.", "Run the same again: what is there stays as it is.")
    return done


def run(operator: Operator, file: BinaryIO, what: str, path: str, more: dict) -> Tally:
    """Sends every line; the service says what becomes of each."""
    tally, digest, sent = Tally(), hashlib.sha256(), 0
    file.seek(0)
    with Progress(f"{what} {Path(file.name).name}") as progress:
        for some in batches(read(file, digest)):
            if some[0].fault is not None:
                tally.refuse(some[0].number, "line", some[0].fault)
                continue
            body = {**more, "first": some[0].number, "lines": [line.text for line in some]}
            tally.add(known(operator.authorised(SERVICE, "POST", path, body, patience=PATIENCE)))
            sent += len(some)
            progress.update(f"{sent:,} lines")
        progress.done(f"{sent:,} lines sent")
    tally.digest = digest.hexdigest()
    return tally


def opened(path: str) -> BinaryIO:
    """The file, if it is one that can be read twice."""
    try:
        file = open(path, "rb")
    except OSError as error:
        raise Stop(f"{path} cannot be read: {error.strerror}.") from None
    if not file.seekable():
        file.close()
        raise Stop("The file is read twice, so it cannot be a pipe.", "Write it to a file first.")
    return file


def read(file: BinaryIO, digest) -> Iterator[Line]:
    """The lines with their numbers, but empty ones; never more of a line in memory than it may have."""
    number = 0
    while piece := file.readline(LONGEST + 2):
        number += 1
        digest.update(piece)
        if not piece.endswith(b"\n") and len(piece) > LONGEST:
            while (tail := file.readline(LONGEST)) and not tail.endswith(b"\n"):
                digest.update(tail)
            digest.update(tail)
            yield Line(number, fault=f"It is longer than {LONGEST:,} bytes.")
            continue
        try:
            text = piece.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            yield Line(number, fault="It is not UTF-8.")
            continue
        if text:
            yield Line(number, text)


def batches(all_lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other and fit into one request; one that cannot be sent is by itself."""
    some: list[Line] = []
    size = 0
    for line in all_lines:
        room = len(json.dumps(line.text))
        follows = some and some[-1].number + 1 == line.number and line.fault is None
        if some and (not follows or len(some) == MOST or size + room > ROOM):
            yield some
            some, size = [], 0
        if line.fault is not None:
            yield [line]
            continue
        some.append(line)
        size += room
    if some:
        yield some


# -- words

def name(found: Tally) -> None:
    for line in found.named:
        warn(line)
    if found.refused > len(found.named):
        say(f"  … and {found.refused - len(found.named):,} more")


def rest(tally: Tally) -> str:
    return f"{tally.known:,} there already, {lines(tally.refused)} refused"


def passwords(tally: Tally) -> str:
    return f", {tally.with_password:,} with their password" if tally.new else ""


def accounts(count: int) -> str:
    return "1 account" if count == 1 else f"{count:,} accounts"


def lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"
