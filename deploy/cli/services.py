"""What runs: one specification per process, with its command, environment, port and where it tells that it is ready."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from pathlib import Path

from . import gateway, tools
from .mongo import REPLICA_SET
from .ports import MODULES, WORKER, Ports, worker_name
from .processes import MARK
from .secret_keys import Secrets, WorkerSecret, variable
from .settings import LOOPBACK, ROOT, Settings, host_in_url, reached_at

MONGOD, GATEWAY = "mongod", "gateway"
ASSETS = ROOT / "portal-service/src/main/resources/META-INF/resources/assets"
AUTH_SERVICE = "auth-service"
# Whom a worker asks: on the machine of the system, and from others where CAPITUNE_SERVICE_HOST lets it.
ASKED_BY_WORKERS = (AUTH_SERVICE, "render-service")
HEAP = {WORKER: "384m", AUTH_SERVICE: "224m"}
# A password's hash takes 19 MiB for a moment. One that a collection meets half way has room among the young, so that the old never fill up with them.
YOUNG = {AUTH_SERVICE: ("-Xmn128m", "-XX:SurvivorRatio=3")}
# Into so many pools the C library divides its memory; left to itself it takes eight a core and gives back little of what the
# compiler used. The long soak that showed the worker's memory level ran with two (docs/benchmarks.md).
ARENAS = ("MALLOC_ARENA_MAX", "2")
SEALING_KEY = "CAPITUNE_SEALING_KEY"
S3_KEYS = ("CAPITUNE_STORAGE_S3_ACCESS_KEY", "CAPITUNE_STORAGE_S3_SECRET_KEY")
FILE_SERVICES = {"cv-job-service", WORKER}
# What only some services need to know.
PRIVATE = {
    "CAPITUNE_OPENAI_API_KEY": {WORKER},
    "CAPITUNE_RESEND_API_KEY": {"notification-service"},
    "CAPITUNE_SMTP_PASSWORD": {"notification-service"},
    SEALING_KEY: {"auth-service", "cv-job-service", "notification-service"},
    **{key: FILE_SERVICES for key in S3_KEYS},
}
PROVIDER = "CAPITUNE_PROVIDER_"
# Keys of which the privacy page tells that there is one.
TOLD = ("CAPITUNE_OPENAI_API_KEY", "CAPITUNE_RESEND_API_KEY", "CAPITUNE_SMTP_PASSWORD")


@dataclass(frozen=True)
class Spec:
    """A process to be kept running."""

    name: str
    argv: list[str]
    port: int
    ready_path: str = ""
    module: str = ""
    env: dict[str, str] = field(default_factory=dict, repr=False)
    url: str = ""

    def fingerprint(self, key: str) -> str:
        """Changes when the process would have to be started anew; tells nothing of what it is made from."""
        text = json.dumps([self.argv, sorted(self.env.items())])
        return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:16]


class Plan:
    """Everything one system is made of, from its settings, ports and secrets."""

    # Ready only where the signing key of the database opens with our sealing key, and so where the database is ours.
    gatekeeper = AUTH_SERVICE

    def __init__(self, settings: Settings, ports: Ports, secrets: Secrets, apps: dict[str, str]):
        self.settings, self.ports, self.secrets, self.apps = settings, ports, secrets, apps
        self.java = tools.jdk(settings) / "bin" / "java"
        self.base = self._base_env()

    @property
    def own_mongod(self) -> bool:
        return not self.settings.get("MONGODB_URI")

    @property
    def mongodb_uri(self) -> str:
        own = f"mongodb://127.0.0.1:{self.ports.mongod}/?replicaSet={REPLICA_SET}"
        return self.settings.get("MONGODB_URI", own)

    @property
    def public_url(self) -> str:
        return self.settings.get("CAPITUNE_PUBLIC_URL", f"http://localhost:{self.ports.gateway}").rstrip("/")

    def specs(self) -> list[Spec]:
        services = [self.service(module, module, port) for module, port in self.ports.services.items()]
        return [*([self._mongod()] if self.own_mongod else []), *services, *self.workers(), self._gateway()]

    def workers(self) -> list[Spec]:
        return [self.service(WORKER, worker_name(i), port) for i, port in enumerate(self.ports.workers)]

    def service(self, module: str, name: str, port: int) -> Spec:
        heap = HEAP.get(module, "192m")
        argv = [str(self.java), f"-Dcapitune.service={module}", f"-Dcapitune.process={name}",
                f"-Djava.io.tmpdir={self.settings.run / 'tmp' / name}", "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC", f"-Xmx{heap}", *YOUNG.get(module, ()), "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-jar", str(Path(self.apps.get(module, ROOT / module / "target/quarkus-app")) / "quarkus-run.jar")]
        return Spec(name, argv, port, "/q/health/ready", module, self.service_env(module, name, port),
                    address(self.settings, module, port))

    def service_env(self, module: str, name: str, port: int) -> dict[str, str]:
        env = {key: value for key, value in self.base.items() if is_told(key, module)}
        env.update({"QUARKUS_HTTP_HOST": host(self.settings, module), "QUARKUS_HTTP_PORT": str(port),
                    MARK: self.mark(name), "CAPITUNE_CLIENT_SECRET": self.secrets.clients[module]})
        if module == "portal-service":
            # The privacy page says who gets what; for that it is enough to know that there is a key.
            env.update({key: "set" for key in TOLD if self.base.get(key)})
        if module == WORKER:
            env.setdefault(*ARENAS)
        if module == AUTH_SERVICE:
            env.update({variable(client): secret for client, secret in self.secrets.clients.items()})
        if module in ASKED_BY_WORKERS:
            env["CAPITUNE_TRUSTED_PROXIES"] = ",".join(self._trusted_there())
        return env

    def _trusted_there(self) -> list[str]:
        """A service that does not listen on loopback hears from the gateway by the address it listens on."""
        there = reached_at(self.settings.service_host)
        return [*self.settings.trusted_proxies, *([] if there == LOOPBACK else [there])]

    def mark(self, name: str) -> str:
        return f"{self.settings.data}:{name}"

    def _base_env(self) -> dict[str, str]:
        urls = {url_variable(name): address(self.settings, name, port) for name, port in self.ports.services.items()}
        return {
            **self._surroundings(), **urls,
            "CAPITUNE_PUBLIC_URL": self.public_url,
            "CAPITUNE_TRUSTED_PROXIES": ",".join(self.settings.trusted_proxies),
            SEALING_KEY: self.secrets.sealing_key,
            "CAPITUNE_STORAGE_FOLDER": self.settings.get("CAPITUNE_STORAGE_FOLDER", str(self.settings.data / "pdfs")),
            "CAPITUNE_ASSET_VERSION": self.settings.get("CAPITUNE_ASSET_VERSION", asset_version()),
        }

    def _surroundings(self) -> dict[str, str]:
        inherited = {key: value for key, value in self.settings.env.items()
                     if not key.startswith("CAPITUNE_SECRET_") and key not in ("CAPITUNE_DATA", "CAPITUNE_PORTS")}
        return {
            **inherited,
            "MONGODB_URI": self.mongodb_uri,
            "MONGODB_DATABASE": self.settings.get("MONGODB_DATABASE", "capitune"),
            "CAPITUNE_LOCAL": str(self.settings.local).lower(),
            "CAPITUNE_CHROMIUM": str(tools.chromium(self.settings, install=False)),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
        }

    def _mongod(self) -> Spec:
        data = self.settings.data / "mongo"
        argv = [str(tools.binary(self.settings, "mongod")), "--replSet", REPLICA_SET, "--bind_ip", "127.0.0.1",
                "--port", str(self.ports.mongod), "--dbpath", str(data), "--nounixsocket",
                "--wiredTigerCacheSizeGB", "0.25", "--setParameter", "diagnosticDataCollectionEnabled=false",
                # A slow operation is logged with what it looks for, and that may be an address.
                "--slowms", "3600000",
                # What a killed service had open in a transaction is free again after 10 s, not 60.
                "--setParameter", "transactionLifetimeLimitSeconds=10"]
        return Spec(MONGOD, argv, self.ports.mongod, env={**self.settings.env, MARK: self.mark(MONGOD)},
                    url=f"http://{LOOPBACK}:{self.ports.mongod}")

    def _gateway(self) -> Spec:
        traefik = str(tools.binary(self.settings, "traefik"))
        argv = [traefik, *gateway.arguments(self.settings, self.ports)]
        return Spec(GATEWAY, argv, self.ports.gateway, env=self._gateway_env(),
                    url=f"http://{LOOPBACK}:{self.ports.gateway}")

    def _gateway_env(self) -> dict[str, str]:
        shown = ("PATH", "CAPITUNE_PUBLIC_URL", "CAPITUNE_LOCAL", *map(url_variable, self.ports.services))
        return {**{name: self.base.get(name, "") for name in shown},
                **gateway.variables(self.settings, self.ports), MARK: self.mark(GATEWAY)}


class WorkersAlone(Plan):
    """Workers of a system that runs on another machine: where it is, and their one secret, are set, not made."""

    gatekeeper = ""
    public_url = ""

    def specs(self) -> list[Spec]:
        return self.workers()

    def _base_env(self) -> dict[str, str]:
        urls = {name: self.settings.get(name).rstrip("/") for name in map(url_variable, ASKED_BY_WORKERS)}
        return {**self._surroundings(), **urls}


def plan_of(settings: Settings, ports: Ports, wanted: dict) -> Plan:
    """The plan of what is wanted in this data folder: a whole system, or workers alone."""
    apps = wanted.get("apps", {})
    if wanted.get("alone"):
        return WorkersAlone(settings, ports, WorkerSecret(settings), apps)
    return Plan(settings, ports, Secrets(settings), apps)


def host(settings: Settings, module: str) -> str:
    """The address on which a service listens."""
    return settings.service_host if module in ASKED_BY_WORKERS else LOOPBACK


def address(settings: Settings, module: str, port: int) -> str:
    """Where this machine reaches a service of its own."""
    return f"http://{host_in_url(reached_at(host(settings, module)))}:{port}"


def is_told(key: str, module: str) -> bool:
    """Whether a service needs to know that setting; what is nobody's in particular is everybody's."""
    if key.startswith(PROVIDER):
        return module == AUTH_SERVICE
    return module in PRIVATE.get(key, {module})


def asset_version() -> str:
    """The same for all services and for as long as no shared asset changes, so that browsers fetch each once."""
    digest = hashlib.sha256()
    for path in sorted(p for p in ASSETS.rglob("*") if p.is_file()):
        digest.update(path.relative_to(ASSETS).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def url_variable(service: str) -> str:
    """`cv-job-service` -> `CAPITUNE_CV_JOB_URL`."""
    return f"CAPITUNE_{service.removesuffix('-service').upper().replace('-', '_')}_URL"


def module_of(name: str) -> str:
    """The module behind a process' name: `pdf-worker-2` is `pdf-worker`."""
    return next((module for module in MODULES if name == module or name.startswith(f"{module}-")), name)
