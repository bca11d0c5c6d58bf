"""WeasyPrint for the benchmark: reads a document, writes its PDF, again and again; each after its length in four bytes."""

import struct
import sys

from weasyprint import HTML


def refuse(url, *_, **__):
    raise ValueError("nothing is fetched")


while head := sys.stdin.buffer.read(4):
    text = sys.stdin.buffer.read(struct.unpack(">I", head)[0]).decode()
    pdf = HTML(string=text, url_fetcher=refuse).write_pdf(pdf_tags=True)
    sys.stdout.buffer.write(struct.pack(">I", len(pdf)) + pdf)
    sys.stdout.buffer.flush()
