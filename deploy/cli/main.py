"""The words of the command line, and which part each one calls."""

from __future__ import annotations

import argparse
import re
import signal
import sys

from .console import Stop, complain
from .settings import Settings

HELP = """\
usage: ./capitune COMMAND

  up [-d] [--workers N]    build what changed, start everything, say where it is (-d: in the background)
  worker [-d] [--workers N]
                           pdf-workers alone, for a system that runs on another machine
  down                     stop it
  status [--json]          what runs, where, and whether it is ready
  logs [SERVICE] [-f]      what it says (-f: as it comes)
  dev SERVICE              one service in Quarkus dev mode, the rest around it
  test [SERVICE]           every test, or those of one module (cli: of this command)
  bench [NAME]             the benchmarks
  crash [--minutes N] [--seed S]
                           kill, freeze and starve a system of its own at random; count everything afterwards
  doctor                   is everything there that it takes?
  admin create EMAIL       make an account an administrator's, the first one, too
  admin rotate-keys        the next signing key, without a break (--compromised: at once, and tokens of all others are void)
  admin verify-audit       is the audit log what was written? (--kept N:SEAL: and goes on from what it said earlier)
  admin import FILE        open an account for each line of JSON (--dry-run: check only; --skip-refused: the others all the same)
  admin plan EMAIL PLAN    put an account on a plan (free, pro)
  admin jobs [--json]      the queue: counts by state, the oldest job, whether workers claim
  admin jobs list [--status queued|running|failed] [--limit N] [--json]
  admin jobs show ID       one job, without what its owner wrote (--json)
  admin jobs retry ID      try a failed job again; or --failed [--code CODE] [--since 2h] [--yes]
  admin jobs drain|resume  let no worker claim, and let them again
  admin jobs purge --older-than 30d [--status failed|queued] [--code CODE] [--yes]
  admin storage            do jobs and stored files agree? (--delete-orphans [--yes]: and delete what is nobody's)

Configuration: .env (see .env.example). Data: .data, or CAPITUNE_DATA. More: docs/operations.md"""


def main(arguments: list[str]) -> int:
    """Runs one command; 0 is good, everything else is told in words."""
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _interrupt)
    try:
        options = parser().parse_args(ids_last(arguments))
        return options.run(options)
    except Stop as stop:
        complain(stop)
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = None
        return 0


def ids_last(arguments: list[str]) -> list[str]:
    """The same words with ids that begin with a dash after `--`, where they are not taken for options."""
    dashed = [word for word in arguments if re.fullmatch(r"-[A-Za-z0-9_-]{21}", word)]
    if arguments[:2] != ["admin", "jobs"] or not dashed:
        return arguments
    return [word for word in arguments if word not in dashed] + ["--", *dashed]


def _interrupt(number, _frame) -> None:
    raise SystemExit(128 + number)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="capitune", usage=HELP.removeprefix("usage: "), add_help=False)
    top.set_defaults(run=_help)
    top.add_argument("-h", "--help", action="store_const", dest="run", const=_help)
    commands = top.add_subparsers(metavar="COMMAND")

    up = commands.add_parser("up")
    up.add_argument("-d", "--detach", action="store_true")
    up.add_argument("--workers", type=_workers_or_none)
    up.set_defaults(run=_up)
    worker = commands.add_parser("worker")
    worker.add_argument("-d", "--detach", action="store_true")
    worker.add_argument("--workers", type=_some_workers)
    worker.set_defaults(run=_worker)
    commands.add_parser("down").set_defaults(run=_down)
    status = commands.add_parser("status")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=_status)
    logs = commands.add_parser("logs")
    logs.add_argument("service", nargs="?")
    logs.add_argument("-f", "--follow", action="store_true")
    logs.add_argument("-n", "--lines", type=int, default=200)
    logs.set_defaults(run=_logs)
    dev = commands.add_parser("dev")
    dev.add_argument("service")
    dev.set_defaults(run=_dev)
    test = commands.add_parser("test")
    test.add_argument("service", nargs="?")
    test.set_defaults(run=_test)
    bench = commands.add_parser("bench")
    bench.add_argument("names", nargs="*")
    bench.set_defaults(run=_bench)
    crash = commands.add_parser("crash")
    crash.add_argument("--minutes", type=_some_minutes, default=2)
    crash.add_argument("--seed", type=int)
    crash.set_defaults(run=_crash)
    commands.add_parser("doctor").set_defaults(run=_doctor)
    _admin_parser(commands)
    commands.add_parser("help").set_defaults(run=_help)
    supervise = commands.add_parser("supervise")
    supervise.add_argument("lifeline", type=int)
    supervise.set_defaults(run=_supervise)
    return top


def _admin_parser(commands) -> None:
    acts = commands.add_parser("admin").add_subparsers(metavar="ACT", required=True)
    plan = acts.add_parser("plan")
    plan.add_argument("email")
    plan.add_argument("plan")
    plan.set_defaults(run=_plan)
    create = acts.add_parser("create")
    create.add_argument("email")
    create.set_defaults(run=_create_admin)
    verify = acts.add_parser("verify-audit")
    verify.add_argument("--kept", metavar="N:SEAL")
    verify.set_defaults(run=_verify_audit)
    rotate = acts.add_parser("rotate-keys")
    rotate.add_argument("--compromised", "--now", action="store_true")
    rotate.set_defaults(run=_rotate_keys)
    bring = acts.add_parser("import")
    bring.add_argument("file")
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument("--skip-refused", action="store_true")
    bring.set_defaults(run=_import)
    storage = acts.add_parser("storage")
    storage.add_argument("--delete-orphans", action="store_true")
    storage.add_argument("--yes", action="store_true")
    storage.add_argument("--even-most", action="store_true")
    storage.set_defaults(run=_storage)
    _jobs_parser(acts.add_parser("jobs", prog="./capitune admin jobs"))


def _jobs_parser(jobs) -> None:
    from . import jobs as acts
    jobs.add_argument("--json", action="store_true")
    jobs.set_defaults(run=lambda given: acts.overview(Settings(), given.json))
    words = jobs.add_subparsers(metavar="list|show|retry|drain|resume|purge", prog="./capitune admin jobs")

    listing = words.add_parser("list")
    listing.add_argument("--status", choices=acts.STATES, default="failed")
    listing.add_argument("--limit", type=_up_to_a_thousand, default=20)
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=lambda given: acts.listing(Settings(), given.status, given.limit, given.json))
    show = words.add_parser("show")
    show.add_argument("id")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=lambda given: acts.show(Settings(), given.id, given.json))
    retry = words.add_parser("retry")
    which = retry.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?")
    which.add_argument("--failed", action="store_true")
    retry.add_argument("--code", choices=acts.CODES, metavar="CODE")
    retry.add_argument("--since")
    retry.add_argument("--yes", action="store_true")
    retry.set_defaults(run=_retry)
    words.add_parser("drain").set_defaults(run=lambda _: acts.drain(Settings()))
    words.add_parser("resume").set_defaults(run=lambda _: acts.resume(Settings()))
    purge = words.add_parser("purge")
    purge.add_argument("--older-than", required=True)
    purge.add_argument("--status", choices=("failed", "queued"), default="failed")
    purge.add_argument("--code", choices=acts.CODES, metavar="CODE")
    purge.add_argument("--yes", action="store_true")
    purge.set_defaults(run=lambda given: acts.purge(Settings(), given.status, given.older_than, given.code, given.yes))


def _retry(options) -> int:
    from . import jobs as acts
    if options.failed:
        return acts.retry_failed(Settings(), options.code, options.since, options.yes)
    if options.code or options.since:
        raise Stop("--code and --since choose among failed jobs: say --failed, or name one job.")
    return acts.retry(Settings(), options.id)


def _up_to_a_thousand(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("from 1 to 1000")
    return int(text)


def _some_workers(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError("from 1 to 64")
    return int(text)


def _workers_or_none(text: str) -> int:
    return 0 if text == "0" else _some_workers(text)


def _some_minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0
    if not 0 < minutes < float("inf"):
        raise argparse.ArgumentTypeError("a number of minutes")
    return minutes


def _help(_) -> int:
    print(HELP)
    return 0


def _up(options) -> int:
    from .lifecycle import up
    return up(Settings(), options.detach, options.workers)


def _worker(options) -> int:
    from .lifecycle import work
    return work(Settings(), options.detach, options.workers)


def _down(_) -> int:
    from .lifecycle import down
    return down(Settings())


def _status(options) -> int:
    from .status import status
    return status(Settings(), options.json)


def _logs(options) -> int:
    from .logs import show
    show(Settings(), options.service, options.follow, options.lines)
    return 0


def _dev(options) -> int:
    from .dev import dev
    return dev(Settings(), options.service)


def _test(options) -> int:
    from .testing import test
    return test(Settings(), options.service)


def _bench(options) -> int:
    from .testing import bench
    return bench(Settings(), options.names)


def _crash(options) -> int:
    from .crash import crash
    return crash(Settings(), options.minutes, options.seed)


def _doctor(_) -> int:
    from .doctor import doctor
    return doctor(Settings())


def _plan(options) -> int:
    from .admin import plan
    return plan(Settings(), options.email, options.plan)


def _create_admin(options) -> int:
    from .admin import create
    return create(Settings(), options.email)


def _rotate_keys(options) -> int:
    from .admin import rotate_keys
    return rotate_keys(Settings(), options.compromised)


def _verify_audit(options) -> int:
    from .admin import verify_audit
    return verify_audit(Settings(), options.kept)


def _import(options) -> int:
    from .imports import bring_in
    return bring_in(Settings(), options.file, options.dry_run, options.skip_refused)


def _storage(options) -> int:
    from .storage import storage
    if (options.yes or options.even_most) and not options.delete_orphans:
        raise Stop("--yes and --even-most are about --delete-orphans.")
    return storage(Settings(), options.delete_orphans, options.yes, options.even_most)


def _supervise(options) -> int:
    from .supervisor import Supervisor
    Supervisor(Settings(), options.lifeline).run()
    return 0
