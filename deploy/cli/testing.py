"""`test` and `bench`: the tools they want, the runs, and the totals."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

from . import build, lifecycle, readers, tools
from .console import Stop, complain, say, warn
from .ports import MODULES
from .settings import ROOT, Settings

COMMAND_LINE = "cli"
# Surefire leaves a module green when its process dies and failures are to be ignored; these lines tell.
CRASHES = ("The forked VM terminated", "There was an error in the forked process", "Crashed tests:")
# Where tests sign in with an OpenID provider.
SIGN_IN_MODULES = ("auth-service", "e2e")
# What a developer configured must not reach the tests: they would write to real accounts.
OUTSIDE = ("CAPITUNE_OPENAI_", "CAPITUNE_RESEND_", "CAPITUNE_SMTP_", "CAPITUNE_MAIL_", "CAPITUNE_PUBLIC_URL",
           "CAPITUNE_PROVIDER", "CAPITUNE_LOCAL", "MONGODB_", "CAPITUNE_DATA", "CAPITUNE_PORTS", "CAPITUNE_HTTP_", "QUARKUS_")


@dataclass
class Totals:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other: "Totals") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


def test(settings: Settings, module: str | None) -> int:
    """Runs every test, or those of one module with what it is built on; non-zero when one fails or none ran."""
    began = time.time()
    totals, sound = Totals(), True
    if module in (None, COMMAND_LINE):
        totals.add(_test_command_line())
    if module != COMMAND_LINE:
        settings.make_folders()
        sound = _run_maven(settings, module)
        totals.add(count_reports(ROOT, began))
    say()
    if not sound:
        say("The build broke off, so that not every test ran: see the first ERROR above.")
    say(f"{totals.passed} passed, {totals.failed} failed, {totals.skipped} skipped")
    return 0 if sound and not totals.failed and totals.passed else 1


def _test_command_line() -> Totals:
    tests = unittest.defaultTestLoader.discover(str(ROOT / "deploy/cli/tests"), "test_*.py", str(ROOT / "deploy"))
    result = unittest.TextTestRunner(sys.stdout, verbosity=1).run(tests)
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    return Totals(result.testsRun - failed - skipped, failed, skipped)


def _run_maven(settings: Settings, module: str | None) -> bool:
    arguments = ["verify", "-Dmaven.test.failure.ignore=true"]
    if settings.get("CI").lower() in ("true", "1"):
        arguments.append("-Dspotless.goal=check")
    if module:
        _require_module(module)
        arguments += ["-pl", module, "-am"]
    else:
        # Tests wait for servers more than they compute; e2e comes after everything else.
        arguments += ["-T", "2", "-Dcapitune.whole"]
    env = test_env(settings)
    if module in (None, "e2e"):
        env |= readers.environment(settings)
    if module in (None, *SIGN_IN_MODULES):
        env["CAPITUNE_OPENID_PROVIDER"] = str(tools.openid_provider(settings))
    if module == "e2e":
        build.ensure_built(settings)
    before = build.fingerprint(build.sources(), ROOT)
    code, lines = build.stream(build.maven(*arguments), env, settings.logs / "test.log", say)
    crashed = sorted({line for line in lines if any(sign in line for sign in CRASHES)})
    for line in crashed:
        warn(line)
    if code == 0 and not module and before == build.fingerprint(build.sources(), ROOT):
        build.STAMP.parent.mkdir(exist_ok=True)
        build.STAMP.write_text(before)
    return code == 0 and not crashed


def _require_module(module: str) -> None:
    if not (ROOT / module / "pom.xml").is_file():
        known = sorted(str(pom.parent.relative_to(ROOT)) for pom in [*ROOT.glob("*/pom.xml"),
                                                                     *ROOT.glob("platform/*/pom.xml")])
        raise Stop(f"There is no module “{module}”.", f"There are: {', '.join([*known, COMMAND_LINE])}.")


def test_env(settings: Settings) -> dict[str, str]:
    """The environment of a test run: the tools it wants, and nothing that leads outside."""
    clean = {name: value for name, value in build.maven_env(settings).items() if not name.startswith(OUTSIDE)}
    return {**clean,
            "CAPITUNE_MONGOD": str(tools.binary(settings, "mongod")),
            "CAPITUNE_TRAEFIK": str(tools.binary(settings, "traefik")),
            "CAPITUNE_CHROMIUM": str(tools.chromium(settings)),
            "CAPITUNE_ENV_FILE": "",
            "CAPITUNE_NO_BUILD": "1"}


def count_reports(root: Path, since: float) -> Totals:
    """Sums surefire's XML reports written since then; errors count as failures."""
    totals = Totals()
    for report in root.glob("**/target/surefire-reports/TEST-*.xml"):
        if report.stat().st_mtime < since - 1:
            continue
        suite = xml.parse(report).getroot()
        run, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        totals.add(Totals(run - failed - skipped, failed, skipped))
    return totals


# ---- bench

BENCH_CLASSPATH = ROOT / "bench/target/classpath.txt"
# Nothing but the machine is to be the limit.
UNLIMITED = {"CAPITUNE_RATE_AVERAGE": "100000", "CAPITUNE_RATE_BURST": "100000", "CAPITUNE_RATE_SUBMISSIONS": "100000",
             "CAPITUNE_PLANS_FREE_MONTHLY": "1000000", "CAPITUNE_AUTH_SIGN_IN_MAILS_PER_SOURCE": "100000",
             "CAPITUNE_AUTH_SIGN_IN_MAILS_PER_ADDRESS": "100000", "CAPITUNE_AUTH_PASSWORD_FREE_TRIES": "100000",
             "CAPITUNE_AUTH_PASSWORD_TRIES_PER_SOURCE": "100000",
             "CAPITUNE_AUTH_PASSWORD_REGISTRATIONS_PER_SOURCE": "100000"}


def bench(settings: Settings, names: list[str]) -> int:
    """Measures a fresh system of its own, beside whatever runs, and stops it at the end."""
    own = Settings({**test_env(settings), **UNLIMITED, "CAPITUNE_DATA": str(settings.data / "bench"),
                    "CAPITUNE_PORTS": "auto"})
    build.ensure_built(settings)
    _build_bench(settings)
    own.env.update(_weasyprint_env(settings, names))
    lifecycle.down(own)
    shutil.rmtree(own.data, ignore_errors=True)
    os.environ.update(own.env)
    started = False
    try:
        started = lifecycle.up(own, detached=True, workers=1) == 0
        return _run_bench(own, names)
    finally:
        if started:
            lifecycle.down(own)


def _weasyprint_env(settings: Settings, names: list[str]) -> dict[str, str]:
    """Where the print benchmark finds WeasyPrint; nothing when it does not run or there is none to be had."""
    if names and not {"print", "all"} & set(names):
        return {}
    folder = tools.weasyprint(settings, ROOT / "bench/weasyprint/requirements.txt")
    return {"CAPITUNE_WEASYPRINT": str(folder)} if folder else {}


def _build_bench(settings: Settings) -> None:
    if settings.get("CAPITUNE_NO_BUILD") and BENCH_CLASSPATH.is_file():
        return
    command = build.maven("-q", "package", "-pl", "bench", "-am", "-Dmaven.test.skip=true",
                          "-Dspotless.apply.skip=true", "-Dquarkus.build.skip=true")
    code, lines = build.stream(command, build.maven_env(settings), settings.logs / "build.log", lambda line: None)
    if code:
        raise Stop("The benchmark could not be built.", *lines[-12:])


def _run_bench(own: Settings, names: list[str]) -> int:
    java = tools.jdk(own) / "bin" / "java"
    libraries = BENCH_CLASSPATH.read_text().strip()
    return subprocess.run([str(java), "-cp", f"{ROOT / 'bench/target/classes'}{os.pathsep}{libraries}",
                           "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m",
                           "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                           "io.capitune.bench.Bench", *names], env=own.env, cwd=ROOT).returncode
