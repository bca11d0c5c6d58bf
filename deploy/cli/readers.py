"""Programs that others read PDFs with; the tests read every example with each of them."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from . import tools
from .console import Progress, Stop
from .settings import Settings

# pdfminer.six with all it needs, so that another day's newer version is no other test.
PACKAGES = ("pypdf==7.1.1", "pdfminer.six==20260107", "charset-normalizer==3.5.3", "cryptography==50.0.2",
            "cffi==2.1.1", "pycparser==3.12")


def environment(settings: Settings) -> dict[str, str]:
    """What the tests find the readers by; installs those that are missing."""
    _poppler(settings)
    return {"CAPITUNE_PDF_READERS": str(_packages(settings)), "CAPITUNE_PYTHON": sys.executable}


def _poppler(settings: Settings) -> None:
    if not shutil.which("pdftotext", path=settings.env.get("PATH")) and not tools.apt_install("poppler-utils"):
        raise Stop("There is no pdftotext; the tests read PDFs with it.",
                   "Debian, Ubuntu: apt-get install poppler-utils   ·   Fedora: dnf install poppler-utils",
                   "macOS: brew install poppler")


def _packages(settings: Settings) -> Path:
    """The folder with the Python packages; its name tells Python's version, since one of them is compiled for it."""
    target = settings.tools / f"pdf-readers-{'-'.join(PACKAGES[:2])}-python3.{sys.version_info.minor}".replace("==", "-")
    if target.is_dir():
        return target
    tools.require_pip()
    target.parent.mkdir(parents=True, exist_ok=True)
    with Progress("Fetching pypdf and pdfminer.six") as progress, \
            tempfile.TemporaryDirectory(dir=target.parent, prefix=".fetch-") as draft:
        folder = Path(draft) / "packages"
        code, output = tools.run_quietly(
            [sys.executable, "-m", "pip", "install", "--no-deps", "--only-binary", ":all:", "-q",
             "--disable-pip-version-check", "--target", str(folder), *PACKAGES], progress)
        if code:
            raise Stop(f"The readers of PDFs could not be fetched. {output.strip()[-300:]}",
                       "Check the network (or PIP_INDEX_URL) and run this again.")
        os.replace(folder, target)
        progress.done("pypdf and pdfminer.six fetched")
    return target
