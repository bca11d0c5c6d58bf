import contextlib
import io
import json
import os
import tempfile
import tracemalloc
import unittest
from pathlib import Path
from unittest import mock

from cli import imports
from cli.console import Stop
from cli.main import main
from cli.settings import Settings


class Service:
    """auth-service as the command sees it: it knows addresses, and refuses what is no JSON."""

    def __init__(self, there=()):
        self.there = set(there)
        self.calls = []
        self.begun = None
        self.breaks_after = None

    def authorised(self, service, method, path, body=None, patience=15):
        self.calls.append((path, body))
        if path == "/internal/imports":
            self.begun = body
            return {"import": 42}
        if path.endswith("/accounts"):
            assert body["import"] == 42
            if self.breaks_after is not None and len(self.calls) > self.breaks_after:
                raise Stop("auth-service does not answer.")
        told = {"new": 0, "withPassword": 0, "known": 0, "refused": []}
        for number, line in enumerate(body["lines"], body["first"]):
            try:
                email = json.loads(line)["email"]
            except (ValueError, KeyError):
                told["refused"].append({"line": number, "field": "line", "why": "This is no JSON object."})
                continue
            told["known" if email in self.there else "new"] += 1
            if path.endswith("/accounts"):
                self.there.add(email)
        told["withPassword"] = told["new"]
        return told

    def requests(self, path):
        return [body for called, body in self.calls if called == path]


class ImportsTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "accounts.jsonl"

    def lines(self, *numbers):
        return "".join(f'{{"email":"a{number}@exemple.fr"}}\n' for number in numbers)

    def run_with(self, service, content, dry_run=False, skip_refused=False):
        self.file.write_bytes(content if isinstance(content, bytes) else content.encode())
        out = io.StringIO()
        with mock.patch.object(imports, "Operator", lambda settings: service), contextlib.redirect_stdout(out):
            code = imports.bring_in(Settings({"CAPITUNE_ENV_FILE": ""}), str(self.file), dry_run, skip_refused)
        return code, out.getvalue()

    def test_every_line_is_checked_before_the_first_is_brought_in(self):
        service = Service()
        code, said = self.run_with(service, self.lines(*range(250)))
        self.assertEqual(0, code)
        self.assertIn("250 accounts opened, 250 with their password; 0 there already, 0 lines refused", said)
        paths = [path for path, _ in service.calls]
        self.assertEqual(["/internal/imports/check"] * 3 + ["/internal/imports"] + ["/internal/imports/accounts"] * 3, paths)
        self.assertEqual((250, 0, 0), tuple(service.begun[name] for name in ("new", "known", "refused")))
        self.assertRegex(service.begun["file"], "^[0-9a-f]{64}$")

    def test_a_second_run_changes_nothing_and_writes_nothing_down(self):
        service = Service()
        self.run_with(service, self.lines(1, 2))
        service.calls, service.begun = [], None
        code, said = self.run_with(service, self.lines(1, 2))
        self.assertEqual(0, code)
        self.assertIn("nothing was done; 2 there already", said)
        self.assertIsNone(service.begun)
        self.assertFalse(service.requests("/internal/imports/accounts"))

    def test_where_a_line_is_refused_nothing_is_imported(self):
        service = Service()
        with self.assertRaisesRegex(Stop, "1 line refused, so nothing was imported"):
            self.run_with(service, self.lines(1) + "camille@exemple.fr\n" + self.lines(3))
        self.assertEqual(["/internal/imports/check"], [path for path, _ in service.calls])

    def test_refused_lines_are_named_by_their_number_and_nothing_else(self):
        _, said = self.run_with(Service(), self.lines(1) + "\n\ncamille@exemple.fr $2a$10$x\n", dry_run=True)
        self.assertIn("line 4: This is no JSON object.", said)
        self.assertNotIn("camille", said)
        self.assertNotIn("$2a", said)

    def test_the_others_are_imported_where_the_operator_says_so_and_the_exit_code_tells(self):
        service = Service()
        code, said = self.run_with(service, self.lines(1) + "x\n" + self.lines(3), skip_refused=True)
        self.assertEqual(1, code)
        self.assertIn("2 accounts opened", said)
        self.assertEqual(1, service.begun["refused"])

    def test_a_dry_run_writes_nothing(self):
        service = Service()
        code, said = self.run_with(service, self.lines(1, 2) + "x\n", dry_run=True)
        self.assertEqual(1, code)
        self.assertIn("Nothing was written. 2 accounts would be opened", said)
        self.assertEqual(["/internal/imports/check"], [path for path, _ in service.calls])

    def test_only_so_many_refused_lines_are_named(self):
        code, said = self.run_with(Service(), "x\n" * 80, dry_run=True)
        self.assertEqual(1, code)
        self.assertIn("line 50:", said)
        self.assertNotIn("line 51:", said)
        self.assertIn("and 30 more", said)

    def test_what_cannot_be_sent_is_refused_here(self):
        service = Service()
        long = b'{"email":"' + b"a" * 100_000 + b'"}\n'
        code, said = self.run_with(service, b"\xff\xfe\n" + long + self.lines(3).encode() + b"x" * 5000, dry_run=True)
        self.assertEqual(1, code)
        for told in ("line 1: It is not UTF-8.", "line 2: It is longer than 2,048 bytes.", "line 4: It is longer"):
            self.assertIn(told, said)
        self.assertEqual([(3, 1)], [(body["first"], len(body["lines"])) for body in service.requests("/internal/imports/check")])

    def test_a_mark_at_the_beginning_and_other_line_ends_are_taken(self):
        service = Service()
        self.run_with(service, b"\xef\xbb\xbf" + self.lines(1).replace("\n", "\r\n").encode() + self.lines(2).strip().encode())
        self.assertEqual({"a1@exemple.fr", "a2@exemple.fr"}, service.there)

    def test_no_request_is_larger_than_the_service_takes(self):
        hostile = '"' * 2000 + "\n" + "é" * 900 + "\n" + "\x01" * 2000 + "\n"
        service = Service()
        self.run_with(service, hostile * 20 + self.lines(*range(300)), dry_run=True)
        for body in service.requests("/internal/imports/check"):
            self.assertLess(len(json.dumps({**body, "import": 10**18}).encode()), 16_000)

    def test_where_it_breaks_off_the_operator_is_told_to_go_on(self):
        service = Service()
        service.breaks_after = 5
        with self.assertRaises(Stop) as stopped:
            self.run_with(service, self.lines(*range(250)))
        self.assertIn("Run the same again", stopped.exception.remedies[0])
        service.breaks_after = None
        code, said = self.run_with(service, self.lines(*range(250)))
        self.assertEqual(0, code)
        self.assertIn("150 accounts opened", said)

    def test_a_file_that_changes_meanwhile_is_told(self):
        service = Service()
        begin = service.authorised

        def changing(*arguments, **named):
            if arguments[2] == "/internal/imports":
                with self.file.open("ab") as file:
                    file.write(b"\n")
            return begin(*arguments, **named)

        service.authorised = changing
        with self.assertRaisesRegex(Stop, "changed while"):
            self.run_with(service, self.lines(1))

    def test_a_hundred_thousand_lines_take_no_more_memory_than_a_few(self):
        class Nobody(Service):
            def authorised(self, service, method, path, body=None, patience=15):
                return {"new": 0, "withPassword": 0, "known": len(body["lines"]), "refused": []}

        content = self.lines(*range(100_000))
        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        self.file.write_text(content)
        del content
        tracemalloc.reset_peak() if hasattr(tracemalloc, "reset_peak") else None
        before, _ = tracemalloc.get_traced_memory()
        with mock.patch.object(imports, "Operator", lambda settings: Nobody()), contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(0, imports.bring_in(Settings({"CAPITUNE_ENV_FILE": ""}), str(self.file), False, False))
        _, peak = tracemalloc.get_traced_memory()
        self.assertLess(peak - before, 2_000_000)

    def test_what_is_no_file_is_told(self):
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            self.assertEqual(1, main(["admin", "import", str(self.file)]))
        self.assertIn("cannot be read", said.getvalue())

    def test_a_pipe_is_told(self):
        os.mkfifo(self.file)
        keeps_open = os.open(self.file, os.O_RDWR)
        self.addCleanup(os.close, keeps_open)
        with self.assertRaisesRegex(Stop, "cannot be a pipe"):
            imports.opened(str(self.file))
