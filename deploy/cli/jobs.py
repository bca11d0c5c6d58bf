"""`admin jobs`: what an operator sees of the queue and does to it, through cv-job-service's internal routes."""

from __future__ import annotations

import json
import re
import sys
import time
import urllib.parse

from .admin import Operator
from .console import Stop, good, paint, say, warn
from .settings import Settings
from .status import describe
from .system import System

SERVICE = "cv-job-service"
STATES = ("queued", "running", "failed")
CODES = ("MODEL_UNAVAILABLE", "MODEL_ANSWER_INVALID", "RENDER_FAILED", "PRINT_FAILED", "PROOF_FAILED", "STORAGE_FAILED",
         "TOO_LONG", "INTERNAL")
# What fails again until its owner changes the CV; FailureCode says the same.
HOPELESS = ("TOO_LONG",)
ID = re.compile(r"[A-Za-z0-9_-]{22}")
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
# What the service takes: 31 years.
LONGEST = 999_999_999
PAGE = 500
MOST = 1000


def overview(settings: Settings, as_json: bool) -> int:
    """Counts by state, the oldest, failures by code, whether workers claim, and how many workers there are."""
    queue = Operator(settings).authorised(SERVICE, "GET", "/internal/queue")
    workers = describe(System(settings))["workers"]
    ready = sum(row["ready"] for row in workers)
    if as_json:
        say(json.dumps({**queue, "workers": {"running": len(workers), "ready": ready}}, indent=1))
        return 0
    counts = queue["jobs"]
    say("   ".join(f"{state} {paint(str(counts[state]), 'bold')}" for state in ("queued", "running", "failed", "done")))
    oldest = queue["oldestQueuedSeconds"]
    say("No job waits." if oldest is None else f"The oldest queued job has waited {span(oldest)}.")
    if queue["failures"]:
        say("Failed: " + ", ".join(f"{code} {count}" for code, count in queue["failures"].items()))
    say(f"Workers: {ready} of {len(workers)} ready.")
    if queue["drainedSince"]:
        warn(f"Drained since {moment(queue['drainedSince'])}: no worker claims. ./capitune admin jobs resume")
    return 0


def listing(settings: Settings, status: str, limit: int, as_json: bool) -> int:
    """Jobs of one state: failed ones newest first, others oldest first."""
    found = _list(Operator(settings), status=status, limit=limit)
    if as_json:
        say(json.dumps(found, indent=1))
        return 0
    if not found["items"]:
        say(f"No job is {status}.")
        return 0
    say(paint(f"{'ID':<23} {'AGE':>9}  {'OWNER':<23} {'TRIES':>5}  {'CODE':<21} REASON", "bold"))
    for job in found["items"]:
        say(row(job))
    if found["total"] > len(found["items"]):
        say(f"… {found['total']} in all; --limit shows up to 1000.")
    return 0


def row(job: dict) -> str:
    """One job on one line; what a broken one lacks is a dash."""
    code = job["code"] or ("waits" if job["notBefore"] else (job["stage"] or "-").lower())
    again = f" (retried by {job['retriedBy']})" if job["retriedBy"] else ""
    return (f"{job['id']:<23} {span(job['ageSeconds']):>9}  {job['owner'] or '-':<23} {_some(job['attempts']):>5}  "
            f"{code:<21} {one_line(job['reason'] or '-')}{again}")


def show(settings: Settings, job_id: str, as_json: bool) -> int:
    """Everything about one job that is not what a person wrote."""
    path = f"/internal/jobs/{checked(job_id)}"
    job = Operator(settings).authorised(SERVICE, "GET", path)
    if job is None:
        raise unknown(job_id)
    if as_json:
        say(json.dumps(job, indent=1))
        return 0
    for name, value in job.items():
        if value is not None:
            say(f"{name:<12} {one_line(str(value), 400)}")
    return 0


def retry(settings: Settings, job_id: str) -> int:
    """A failed job gets a new try."""
    path = f"/internal/jobs/{checked(job_id)}/retry"
    answer = Operator(settings).authorised(SERVICE, "POST", path)
    if answer is None:
        raise unknown(job_id)
    good(f"Tried again as {answer['jobId']}")
    return 0


def retry_failed(settings: Settings, code: str | None, since: str | None, yes: bool) -> int:
    """Every job that failed until now and that nobody has tried again; 1 where some were refused."""
    failed = Failed(Operator(settings), seconds(since))
    pages = {one: failed.page(one, PAGE) for one in ([code] if code else CODES) if code or one not in HOPELESS}
    left = 0 if code else sum(len(failed.page(one, MOST)) for one in HOPELESS)
    if left:
        say(f"{counted(left, MOST)} left alone ({', '.join(HOPELESS)}): another try fails as well until the CV is changed. "
            "--code tries them all the same.")
    count = sum(map(len, pages.values()))
    if not count:
        say("No failed job waits to be tried again.")
        return 0
    more = " or more" if any(len(page) == PAGE for page in pages.values()) else ""
    confirm(f"{jobs(count)}{more} will be tried again; each costs its owner a unit as it did before.", yes)
    for one, page in pages.items():
        failed.retry(one, page)
    good(f"{jobs(failed.retried)} tried again")
    for job_id, reason in failed.refused.items():
        warn(f"{job_id}: {reason}")
    if len(failed.refused) >= MOST:
        warn("There may be more: purge or mend some of these, and try again.")
    return 1 if failed.refused else 0


class Failed:
    """The jobs that had failed when the command began: what fails meanwhile, its own retries above all, is left to the next."""

    def __init__(self, operator: Operator, within: int | None):
        self.operator = operator
        self.within = within
        self.began = time.monotonic()
        self.seen: set[str] = set()
        self.refused: dict[str, str] = {}
        self.retried = 0

    def page(self, code: str, limit: int) -> list[dict]:
        # Both ends stay where they were when the command began, though ages grow.
        passed = int(time.monotonic() - self.began)
        within = None if self.within is None else min(self.within + passed, LONGEST)
        return _list(self.operator, status="failed", code=code, withinSeconds=within, olderThanSeconds=passed,
                     notRetried="true", limit=limit)["items"]

    def retry(self, code: str, page: list[dict]) -> None:
        while fresh := [job["id"] for job in page if job["id"] not in self.seen]:
            for job_id in fresh:
                self.seen |= {job_id, self._retry(job_id)}
            # Those that were refused stay in front.
            page = self.page(code, min(PAGE + len(self.refused), MOST))

    def _retry(self, job_id: str) -> str:
        """The id of the new job, which may fail within the second that ages are told in; the old one's where there is no new one."""
        try:
            answer = self.operator.authorised(SERVICE, "POST", f"/internal/jobs/{job_id}/retry")
        except Stop as stop:
            self.refused[job_id] = str(stop)
            return job_id
        if answer is None:
            self.refused[job_id] = "it is gone"
            return job_id
        self.retried += 1
        return answer["jobId"]


def drain(settings: Settings) -> int:
    """No worker claims from now on."""
    queue = _switch(settings, True)
    good("Workers claim no more; they finish what they hold. Submissions go on and wait.")
    say(f"Running now: {queue['jobs']['running']}. Back to work: ./capitune admin jobs resume")
    return 0


def resume(settings: Settings) -> int:
    """Workers claim again."""
    queue = _switch(settings, False)
    good(f"Workers claim again; {jobs(queue['jobs']['queued'])} queued")
    return 0


def purge(settings: Settings, status: str, older_than: str, code: str | None, yes: bool) -> int:
    """Removes failed jobs, or cancels queued ones, after saying how many they are."""
    operator = Operator(settings)
    chosen = {"status": status, "code": code, "olderThanSeconds": seconds(older_than)}
    total = _list(operator, **chosen, limit=1)["total"]
    if not total:
        say(f"No {status} job is older than {older_than}.")
        return 0
    effect = ("cancelled; their owners get their units back" if status == "queued"
              else "removed for good; their owners can no longer try them again")
    confirm(f"{jobs(total)} {status} for more than {older_than} will be {effect}.", yes)
    removed = 0
    while step := operator.authorised(SERVICE, "DELETE", f"/internal/jobs?{_query(chosen)}")["removed"]:
        removed += step
    good(f"{jobs(removed)} {'cancelled' if status == 'queued' else 'removed'}")
    return 0


def _switch(settings: Settings, drained: bool) -> dict:
    return Operator(settings).authorised(SERVICE, "PUT", "/internal/queue/drained", {"drained": drained})


def _list(operator: Operator, **chosen) -> dict:
    return operator.authorised(SERVICE, "GET", f"/internal/jobs?{_query(chosen)}")


def _query(chosen: dict) -> str:
    return urllib.parse.urlencode({name: value for name, value in chosen.items() if value is not None})


# -- words

def checked(job_id: str) -> str:
    """The id, if it can be one."""
    if not ID.fullmatch(job_id):
        raise Stop(f"“{job_id}” is not the id of a job.", "An id has 22 letters, digits, - and _: ./capitune admin jobs list")
    return job_id


def unknown(job_id: str) -> Stop:
    return Stop(f"There is no job {job_id}.", "It may have been removed, or replaced by its retry: ./capitune admin jobs list")


def seconds(text: str | None) -> int | None:
    """`90s`, `30m`, `2h` or `30d` in seconds."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,6})([smhd])", text)
    if not found or int(found[1]) * UNITS[found[2]] > LONGEST:
        raise Stop(f"“{text}” is not a time span.", "Write 90s, 30m, 2h or 30d.")
    return int(found[1]) * UNITS[found[2]]


def span(all_seconds: int | None) -> str:
    """A time span as a person says it, in its two largest units."""
    if all_seconds is None:
        return "-"
    minutes, rest = divmod(all_seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes:02} m"
    return f"{minutes} m {rest:02} s" if minutes else f"{rest} s"


def moment(instant: str) -> str:
    return instant[:19].replace("T", " ") + " UTC"


def one_line(text: str, most: int = 60) -> str:
    """The text without line ends or what a terminal would obey, cut where it is long."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def jobs(count: int) -> str:
    return "1 job" if count == 1 else f"{count} jobs"


def counted(count: int, most: int) -> str:
    return f"{most} jobs or more" if count >= most else jobs(count)


def confirm(what: str, yes: bool) -> None:
    """Says what will be done, and waits for a yes unless it was given before."""
    say(what)
    if yes:
        return
    if not sys.stdin.isatty():
        raise Stop("Nothing was done: nobody is here to agree.", "Say --yes to agree beforehand.")
    if input("Go on? [y/N] ").strip().lower() not in ("y", "yes", "o", "oui"):
        raise Stop("Nothing was done.")


def _some(number: int | None) -> str:
    return "-" if number is None else str(number)
