"""Where things lie and what is configured: the environment first, then the git-ignored `.env`, then the defaults."""

from __future__ import annotations

import ipaddress
import json
import os
from pathlib import Path

from .console import Stop

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = "127.0.0.1"
# What workers have to be told that are alone on their machine, and what it is.
ALONE = {
    "MONGODB_URI": "the system's database",
    "CAPITUNE_STORAGE_S3_BUCKET": "its bucket; files in a folder of one machine cannot be shared with another",
    "CAPITUNE_STORAGE_S3_ACCESS_KEY": "to the bucket",
    "CAPITUNE_STORAGE_S3_SECRET_KEY": "to the bucket",
    "CAPITUNE_AUTH_URL": "its auth-service, such as http://10.0.0.4:8081",
    "CAPITUNE_RENDER_URL": "its render-service, such as http://10.0.0.4:8083",
    "CAPITUNE_SECRET_PDF_WORKER": "by which auth-service knows a worker (there in .data/secrets.json)",
}


def read_env_file(path: Path) -> dict[str, str]:
    """Lines of NAME=value; blank lines and # comments are skipped, quotes around a value are taken off."""
    values: dict[str, str] = {}
    if not path.is_file():
        return values
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.removeprefix("export ").partition("=")
        if not equals or not name.strip().isidentifier():
            raise Stop(f"Line {number} of {path} is not NAME=value.")
        values[name.strip()] = unquote(value.strip())
    return values


def unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value.split(" #", 1)[0].rstrip()


def read_json(path: Path) -> dict:
    """The object in a file, or an empty one where there is none or it is torn."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    except (OSError, ValueError):
        return {}


def write_json(path: Path, value: dict, mode: int = 0o600) -> None:
    """Replaces the file at once, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(value, out, indent=1)
    os.replace(draft, path)


def is_loopback(host: str) -> bool:
    """True for what only this machine reaches; a name other than localhost may be anything."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def reached_at(host: str) -> str:
    """Where this machine reaches what listens on that address."""
    return LOOPBACK if ipaddress.ip_address(host).is_unspecified else host


def host_in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class Settings:
    """One system: its folder of data and its configuration. Two data folders are two systems."""

    def __init__(self, environ: dict[str, str] | None = None):
        outer = dict(os.environ if environ is None else environ)
        env_file = outer.get("CAPITUNE_ENV_FILE", str(ROOT / ".env"))
        self.env = {**(read_env_file(Path(env_file)) if env_file else {}), **outer}
        self.data = Path(self.env.get("CAPITUNE_DATA") or ROOT / ".data").absolute()
        self.run = self.data / "run"
        self.logs = self.data / "logs"
        self.tools = ROOT / ".tools"

    def get(self, name: str, default: str = "") -> str:
        return self.env.get(name, "").strip() or default

    def number(self, name: str, default: int) -> int:
        text = self.get(name, str(default))
        if not text.isdigit():
            raise Stop(f"{name} must be a whole number, not “{text}”.")
        return int(text)

    @property
    def local(self) -> bool:
        return self.get("CAPITUNE_LOCAL", "true").lower() != "false"

    @property
    def trusted_proxies(self) -> list[str]:
        return [each.strip() for each in self.get("CAPITUNE_TRUSTED_PROXIES").split(",") if each.strip()]

    @property
    def service_host(self) -> str:
        """The address on which those services listen that workers on other machines ask."""
        written = self.get("CAPITUNE_SERVICE_HOST", LOOPBACK).strip("[]")
        try:
            return str(ipaddress.ip_address(LOOPBACK if written == "localhost" else written))
        except ValueError:
            raise Stop(f"CAPITUNE_SERVICE_HOST: “{written}” is no address.",
                       "Set it to one that this machine has in a private network, such as 10.0.0.4.") from None

    @property
    def mail_provider(self) -> str:
        """`resend`, `smtp` or `mailbox`, the first that is configured."""
        if self.get("CAPITUNE_RESEND_API_KEY"):
            return "resend"
        return "smtp" if self.get("CAPITUNE_SMTP_HOST") else "mailbox"

    def check(self) -> None:
        """Refuses a configuration that would run, but not for real people."""
        self._check_storage()
        self._check_proxies()
        _ = self.service_host
        if self.local:
            self._check_local()
            return
        if not self.get("CAPITUNE_PUBLIC_URL"):
            raise Stop("CAPITUNE_LOCAL=false wants CAPITUNE_PUBLIC_URL.",
                       "Set it to the address people will open, such as https://cv.example.org.")
        if self.mail_provider == "mailbox":
            raise Stop("CAPITUNE_LOCAL=false wants a mail provider: nobody could sign in without e-mail.",
                       "Set CAPITUNE_RESEND_API_KEY, or CAPITUNE_SMTP_HOST (see .env.example).")
        if not self.get("CAPITUNE_MAIL_FROM"):
            raise Stop("CAPITUNE_LOCAL=false wants CAPITUNE_MAIL_FROM, the sender of every e-mail.")

    def check_for_workers(self) -> None:
        """Refuses, for workers that are alone on their machine, to begin without what they have to know of their system."""
        missing = [name for name in ALONE if not self.get(name)]
        if missing:
            raise Stop(f"Workers of a system on another machine want {', '.join(missing)}.",
                       *[f"{name:<32}{ALONE[name]}" for name in missing],
                       "Set them in the environment or in .env: docs/operations.md#a-worker-on-another-machine")
        for name in ("CAPITUNE_AUTH_URL", "CAPITUNE_RENDER_URL"):
            if not self.get(name).startswith(("http://", "https://")):
                raise Stop(f"{name} must begin with http:// or https://.", f"It is {ALONE[name]}.")

    def _check_storage(self) -> None:
        wanted = [f"CAPITUNE_STORAGE_S3_{key}" for key in ("ACCESS_KEY", "SECRET_KEY")]
        missing = [name for name in wanted if not self.get(name)]
        if self.get("CAPITUNE_STORAGE_S3_BUCKET") and missing:
            raise Stop(f"CAPITUNE_STORAGE_S3_BUCKET is set, but not {' and '.join(missing)}.",
                       "Set what is missing, or take the bucket away to keep files in a folder.")

    def _check_proxies(self) -> None:
        for each in self.trusted_proxies:
            try:
                everybody = ipaddress.ip_network(each, strict=False).prefixlen == 0
            except ValueError:
                # A name's address would be whatever a name server says.
                raise Stop(f"CAPITUNE_TRUSTED_PROXIES: “{each}” is no address and no network.",
                           "Name what stands in front of the gateway, such as 10.0.0.5 or 2001:db8::/48.") from None
            if everybody:
                raise Stop(f"CAPITUNE_TRUSTED_PROXIES={each} would let everybody choose the address they are counted by.",
                           "Name the proxies alone.")

    def _check_local(self) -> None:
        host = self.get("CAPITUNE_HTTP_HOST")
        if host and not is_loopback(host):
            raise Stop(f"CAPITUNE_HTTP_HOST={host} would open local mode to the network.",
                       "Local mode is for this machine alone: anybody who reaches it could sign in as anybody.",
                       "Take CAPITUNE_HTTP_HOST away, or set CAPITUNE_LOCAL=false and what that wants (.env.example).")

    def make_folders(self) -> None:
        for folder in (self.run, self.logs, self.data / "pdfs", self.run / "tmp", self.run / "apps"):
            folder.mkdir(parents=True, exist_ok=True)
        self.data.chmod(0o700)
