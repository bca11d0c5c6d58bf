"""`admin`: an operator's acts, done through the services' internal routes with the operator's own client secret."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request

from .console import Stop, good, say, warn
from .ports import stored
from .secret_keys import OPERATOR, Secrets
from .services import address
from .settings import Settings
from .system import DIRECT, System


class Operator:
    """Talks to the services of one running system."""

    def __init__(self, settings: Settings):
        system = System(settings)
        if system.wanted().get("alone"):
            raise Stop("Only workers run here.", "Say it on the machine of the system.")
        if not system.processes():
            raise Stop("The system is not running.", "Start it with ./capitune up -d")
        self.addresses = {name: address(settings, name, port) for name, port in stored(settings).services.items()}
        self.secret = Secrets(settings).clients[OPERATOR]
        self.sign_in()

    def sign_in(self) -> None:
        form = {"grant_type": "client_credentials", "client_id": OPERATOR, "client_secret": self.secret}
        answer = self.call("auth-service", "POST", "/api/auth/token", urllib.parse.urlencode(form).encode(),
                           {"Content-Type": "application/x-www-form-urlencoded"})
        self.token = answer["access_token"]
        self.renewed_at = time.monotonic() + answer["expires_in"] / 2

    def call(self, service: str, method: str, path: str, body: bytes | None = None, headers: dict | None = None,
             patience: int = 15):
        """The answer's JSON; None where the thing asked for is not known; Stop in words for all else."""
        request = urllib.request.Request(f"{self.addresses[service]}{path}", body, headers or {},
                                         method=method)
        try:
            with DIRECT.open(request, timeout=patience) as answer:
                return json.loads(answer.read() or b"{}")
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise Stop(f"{service} refused: {_detail(error)}") from None
        except OSError:
            raise Stop(f"{service} does not answer.", "See ./capitune status") from None

    def authorised(self, service: str, method: str, path: str, body: dict | None = None, patience: int = 15):
        if time.monotonic() > self.renewed_at:
            self.sign_in()
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        return self.call(service, method, path, json.dumps(body).encode() if body else None, headers,
                         patience)


def _detail(error: urllib.error.HTTPError) -> str:
    try:
        problem = json.loads(error.read())
        fields = [f"{field['pointer'].strip('/')}: {field['detail']}" for field in problem.get("errors", [])]
        return "; ".join(fields) or problem.get("detail") or problem.get("title") or f"status {error.code}"
    except ValueError:
        return f"status {error.code}"


def plan(settings: Settings, email: str, name: str) -> int:
    """Sets the plan of an account."""
    operator = Operator(settings)
    account = operator.authorised("auth-service", "GET", f"/internal/users?email={urllib.parse.quote(email)}")
    if not account:
        raise Stop("No account has this address.", "The first sign-in makes the account.")
    user = urllib.parse.quote(account["id"], safe="")
    if operator.authorised("cv-job-service", "PUT", f"/internal/plans/{user}", {"plan": name}) is None:
        raise Stop("cv-job-service does not know how to set a plan.")
    good(f"The account is on the plan {name} now")
    return 0


def create(settings: Settings, email: str) -> int:
    """Makes an account an administrator's; opens it where there is none."""
    made = known(Operator(settings).authorised("auth-service", "POST", "/internal/admins", {"email": email}))
    good({"created": "An administrator's account is open; an e-mail tells its owner how to sign in",
          "promoted": "The account is an administrator's now; its sessions have ended",
          "unchanged": "The account was an administrator's already"}[made["outcome"]])
    if made["suspended"]:
        warn("It is suspended: another administrator has to restore it before anybody gets in.")
    return 0


def rotate_keys(settings: Settings, compromised: bool) -> int:
    """Publishes the next signing key; a compromised one is replaced at once."""
    done = known(Operator(settings).authorised("auth-service", "POST", "/internal/signing-keys/rotation",
                                                {"compromised": compromised}))
    if compromised:
        good("A new key signs; all others are gone")
        say("  Tokens that they signed are void: the gateway knows within a minute, a service within ten.")
        say("  Restart the services to be sure at once. Sessions go on.")
    else:
        good(f"The next key is published; it signs from {done['signsFrom']} on")
    return 0


def verify_audit(settings: Settings, kept: str | None) -> int:
    """Walks along the audit log's chain; 1 where it is broken."""
    found = known(Operator(settings).authorised("auth-service", "GET", f"/internal/audit/verification{_kept(kept)}",
                                                 patience=600))
    if not found["whole"]:
        raise Stop(f"The audit log is broken at entry {found['entry']}: {FAULTS.get(found['fault'], found['fault'])}.",
                   "Entries before it are as they were written. See docs/operations.md, The audit log")
    entries = found["entries"]
    good("The audit log is empty" if not entries else f"The audit log is whole: {entries:,} entries, none changed or missing")
    if entries:
        say(f"  Its end, to be kept elsewhere: {entries}:{found['lastSeal']}")
    return 0


FAULTS = {
    "MISSING": "it is missing",
    "CHANGED": "it was changed",
    "DETACHED": "it does not follow from the one before",
    "CUT_OFF": "the log goes no further, and should",
    "ADDED": "it was added past the log's end",
    "REPLACED": "it is not the one whose seal you kept",
}


def _kept(kept: str | None) -> str:
    if kept is None:
        return ""
    if not re.fullmatch(r"\d{1,18}:[A-Za-z0-9_-]{43}", kept):
        raise Stop("--kept is what verify-audit said earlier: a number, a colon, a seal.")
    entry, seal = kept.split(":")
    return f"?entry={entry}&seal={seal}"


def known(answer: dict | None) -> dict:
    """The answer, where the running auth-service is one that gives it."""
    if answer is None:
        raise Stop("auth-service does not know how to do this.", "Run ./capitune up -d, which renews it.")
    return answer
