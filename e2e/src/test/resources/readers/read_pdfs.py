"""Reads PDFs with three programs that others read CVs with, each as it comes, and prints {file: {reader: text}} as JSON."""

import json
import subprocess
import sys

from pdfminer.high_level import extract_text
from pypdf import PdfReader


def poppler(file):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], check=True, capture_output=True).stdout.decode()


def pypdf(file):
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


READERS = {"poppler": poppler, "pypdf": pypdf, "pdfminer": extract_text}

json.dump({file: {name: read(file) for name, read in READERS.items()} for file in sys.argv[1:]}, sys.stdout)
