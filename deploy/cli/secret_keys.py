"""The local secrets: made once, kept in `.data/secrets.json` for this user's eyes, never printed."""

from __future__ import annotations

import base64
import secrets

from .ports import MODULES, WORKER
from .settings import Settings, read_json, write_json

OPERATOR = "operator"


class Secrets:
    """One sealing key for all services and one client secret for each; the environment comes first."""

    def __init__(self, settings: Settings):
        path = settings.data / "secrets.json"
        kept = read_json(path)
        made = {
            "sealingKey": kept.get("sealingKey") or base64.b64encode(secrets.token_bytes(32)).decode(),
            "clients": {name: kept.get("clients", {}).get(name) or secrets.token_urlsafe(32)
                        for name in [*MODULES, OPERATOR]},
        }
        if made != kept:
            write_json(path, made)
        self.sealing_key = settings.get("CAPITUNE_SEALING_KEY", made["sealingKey"])
        self.clients = {name: settings.get(variable(name), secret) for name, secret in made["clients"].items()}
        self.fingerprint_key = self.sealing_key


class WorkerSecret:
    """All that workers alone have: what auth-service, elsewhere, knows them by. Nothing is made, nothing is kept."""

    def __init__(self, settings: Settings):
        self.fingerprint_key = settings.get(variable(WORKER))
        self.clients = {WORKER: self.fingerprint_key}


def variable(client: str) -> str:
    return "CAPITUNE_SECRET_" + client.upper().replace("-", "_")
