"""`admin storage`: do the jobs and the stored files agree? The check itself is cv-job-service's."""

from __future__ import annotations

from .admin import Operator
from .console import Stop, good, say
from .jobs import confirm
from .settings import Settings

SHOWN = 20
# The service refuses the same: of a few files, so many orphans may be most.
HANDFUL = 10
# Both go through the whole store.
PATIENCE = 600


def storage(settings: Settings, delete_orphans: bool, yes: bool = False, even_most: bool = False) -> int:
    """Checks now and tells what is wrong; 1 when something is."""
    operator = Operator(settings)
    if delete_orphans:
        _delete_orphans(operator, yes, even_most)
    report = _check(operator)
    for line in lines(report):
        say(line)
    return 1 if report["orphans"] or report["missing"] else 0


def _delete_orphans(operator: Operator, yes: bool, even_most: bool) -> None:
    """Says what they are of all files, and waits for a yes. Files of another database look the same, and do not come back."""
    report = _check(operator)
    orphans = report["orphans"]
    if orphans:
        told = (f"{files(orphans)} ({size(report['orphanBytes'])}) that this database knows nothing of, "
                f"{100 * orphans / max(report['files'], 1):.0f} % of all {report['files']:,}")
        if orphans > HANDFUL and orphans * 2 > report["files"] and not even_most:
            raise Stop(f"Nothing was deleted: {told}.",
                       "Look whether this is the right database, and the bucket or folder this installation's alone.",
                       "If both are so, say --even-most.")
        confirm(f"{told}, will be deleted for good.", yes)
    deleted = _ask(operator, "DELETE", "/internal/storage/orphans" + ("?evenMost=true" if even_most else ""))
    good(f"{files(deleted['files'])} ({size(deleted['bytes'])}) deleted that nobody referred to")


def _check(operator: Operator) -> dict:
    return _ask(operator, "POST", "/internal/storage/check")


def _ask(operator: Operator, method: str, path: str) -> dict:
    answer = operator.authorised("cv-job-service", method, path, patience=PATIENCE)
    if answer is None:
        raise Stop("cv-job-service does not know how to check the storage.", "Run ./capitune up -d, which renews it.")
    return answer


def lines(report: dict) -> list[str]:
    """The report in words: what is there, what is nobody's, what is missing."""
    told = [f"{files(report['files'])}, {size(report['bytes'])}; {report['read']} of them read and compared just now"]
    if report["orphans"]:
        told.append(f"{files(report['orphans'])} ({size(report['orphanBytes'])}) that nobody refers to:")
        told += _some(report["orphanNames"], report["orphans"])
        told.append("To delete them: ./capitune admin storage --delete-orphans")
    if report["missing"]:
        told.append(f"{files(report['missing'])} of finished jobs missing or damaged:")
        told += _some([f"{one['file']}  job {one['job']}  {one['fault'].lower()}" for one in report["missingFiles"]],
                      report["missing"])
        told.append("Restore them from a backup; their owners can print them again, which costs nothing.")
    if not report["orphans"] and not report["missing"]:
        told.append("Jobs and files agree.")
    return told


def _some(names: list[str], count: int) -> list[str]:
    rest = count - len(names[:SHOWN])
    return [f"  {name}" for name in names[:SHOWN]] + ([f"  … and {rest} more"] if rest else [])


def files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def size(count: int) -> str:
    for unit in ("bytes", "kB", "MB"):
        if count < 1000:
            return f"{count:.0f} {unit}"
        count /= 1000
    return f"{count:.1f} GB"
