"""Traefik's static configuration as arguments; what it routes stands in `traefik/`, filled in from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from .ports import Ports
from .settings import ROOT, Settings

# Characters that no path of ours holds, and that a service might read otherwise than the gateway does.
NEVER_ENCODED = ("slash", "backslash", "nullcharacter", "semicolon", "percent", "questionmark", "hash")


def arguments(settings: Settings, ports: Ports) -> list[str]:
    trusted = ",".join(settings.trusted_proxies)
    return [
        "--global.checknewversion=false",
        "--global.sendanonymoususage=false",
        f"--providers.file.directory={routes(settings)}",
        "--providers.file.watch=true",
        f"--entrypoints.web.address={http_host(settings)}:{ports.gateway}",
        "--entrypoints.web.transport.respondingtimeouts.readtimeout=60s",
        "--entrypoints.web.transport.respondingtimeouts.idletimeout=120s",
        "--entrypoints.web.transport.lifecycle.gracetimeout=10s",
        *([f"--entrypoints.web.forwardedheaders.trustedips={trusted}"] if trusted else []),
        *[f"--entrypoints.web.http.encodedcharacters.allowencoded{kind}=false" for kind in NEVER_ENCODED],
        "--entrypoints.web.http.aliasheadersstrategy=delete",
        # The gateway's way to itself: a dead service then answers 502 instead of the empty 500 of ForwardAuth.
        f"--entrypoints.internal.address=127.0.0.1:{ports.internal}",
        "--entrypoints.internal.forwardedheaders.trustedips=127.0.0.1/32",
        "--entrypoints.internal.http.aliasheadersstrategy=delete",
        "--entrypoints.internal.observability.accesslogs=false",
        "--ping=true",
        "--ping.entrypoint=internal",
        "--serverstransport.forwardingtimeouts.dialtimeout=3s",
        "--serverstransport.forwardingtimeouts.responseheadertimeout=120s",
        "--log.level=WARN",
        "--log.nocolor=true",
        f"--accesslog.filepath={settings.logs / 'access.log'}",
        "--accesslog.format=json",
        # Sign-in links carry their token in the query.
        "--accesslog.fields.queryparameters.defaultmode=drop",
        "--accesslog.fields.headers.defaultmode=drop",
        "--accesslog.fields.names.ClientUsername=drop",
        "--accesslog.fields.names.ClientAddr=drop",
    ]


def routes(settings: Settings) -> Path:
    return settings.run / "traefik"


def lay_out(settings: Settings) -> None:
    """Copies `traefik/` to where the gateway watches, each file at once: read half-written, it would route nothing."""
    target = routes(settings)
    target.mkdir(parents=True, exist_ok=True)
    for file in (ROOT / "traefik").glob("*.yml"):
        if not (target / file.name).exists() or (target / file.name).read_bytes() != file.read_bytes():
            draft = settings.run / f".{file.name}"
            draft.write_bytes(file.read_bytes())
            os.replace(draft, target / file.name)


def http_host(settings: Settings) -> str:
    return settings.get("CAPITUNE_HTTP_HOST", "127.0.0.1" if settings.local else "0.0.0.0")


def variables(settings: Settings, ports: Ports) -> dict[str, str]:
    return {
        "CAPITUNE_INTERNAL_URL": f"http://127.0.0.1:{ports.internal}",
        "CAPITUNE_RATE_AVERAGE": settings.get("CAPITUNE_RATE_AVERAGE", "200"),
        "CAPITUNE_RATE_BURST": settings.get("CAPITUNE_RATE_BURST", "400"),
        "CAPITUNE_TRUSTED_PROXIES": ",".join(settings.trusted_proxies),
    }
