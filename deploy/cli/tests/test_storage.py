import contextlib
import io
import unittest
from unittest import mock

from cli import storage
from cli.console import Stop
from cli.main import main
from cli.settings import Settings

SOUND = {"files": 1, "bytes": 40_000, "orphans": 0, "orphanBytes": 0, "orphanNames": [], "missing": 0,
         "missingFiles": [], "read": 1}


class Service:
    """cv-job-service as the command sees it, with so many files of nobody's."""

    def __init__(self, orphans, files):
        self.orphans, self.files = orphans, files
        self.deletions = []

    def authorised(self, service, method, path, body=None, patience=15):
        if method == "DELETE":
            self.deletions.append(path)
            gone, self.orphans = self.orphans, 0
            return {"files": gone, "bytes": gone}
        return {**SOUND, "files": self.files, "orphans": self.orphans, "orphanBytes": self.orphans}


class StorageTest(unittest.TestCase):
    def test_a_sound_store_is_told_in_two_lines(self):
        self.assertEqual(["1 file, 40 kB; 1 of them read and compared just now", "Jobs and files agree."],
                         storage.lines(SOUND))

    def test_orphans_are_named_with_what_to_do_about_them(self):
        told = "\n".join(storage.lines({**SOUND, "orphans": 2, "orphanBytes": 5, "orphanNames": ["a.pdf", "b.pdf"]}))
        self.assertIn("2 files (5 bytes) that nobody refers to", told)
        self.assertIn("  b.pdf", told)
        self.assertIn("--delete-orphans", told)

    def test_a_missing_file_is_named_with_its_job(self):
        missing = [{"file": "a.pdf", "job": "j1", "fault": "GONE"}]
        told = "\n".join(storage.lines({**SOUND, "missing": 1, "missingFiles": missing}))
        self.assertIn("  a.pdf  job j1  gone", told)
        self.assertNotIn("agree", told)

    def test_a_long_list_is_cut_and_says_so(self):
        told = storage.lines({**SOUND, "orphans": 1500, "orphanNames": [f"{i}.pdf" for i in range(1000)]})
        self.assertIn("  … and 1480 more", told)

    def delete(self, service, answer="", **flags):
        out, terminal = io.StringIO(), io.StringIO(answer)
        terminal.isatty = lambda: bool(answer)
        with mock.patch.object(storage, "Operator", lambda settings: service), contextlib.redirect_stdout(out), \
                mock.patch("sys.stdin", terminal):
            code = storage.storage(Settings({"CAPITUNE_ENV_FILE": ""}), True, **flags)
        return code, out.getvalue()

    def test_orphans_are_counted_and_asked_about_before_they_go(self):
        service = Service(30, 200)
        code, said = self.delete(service, "y\n")
        self.assertEqual((0, ["/internal/storage/orphans"]), (code, service.deletions))
        self.assertIn("30 files (30 bytes) that this database knows nothing of, 15 % of all 200, will be deleted", said)

    def test_without_a_yes_nothing_goes(self):
        for answer in ("", "n\n"):
            service = Service(30, 200)
            with self.assertRaisesRegex(Stop, "Nothing was done"):
                self.delete(service, answer)
            self.assertEqual([], service.deletions)

    def test_a_yes_may_be_given_before(self):
        service = Service(30, 200)
        self.delete(service, yes=True)
        self.assertEqual(["/internal/storage/orphans"], service.deletions)

    def test_most_of_all_files_do_not_go_by_a_yes(self):
        service = Service(101, 200)
        with self.assertRaisesRegex(Stop, "101 files .* of all 200"):
            self.delete(service, yes=True)
        self.assertEqual([], service.deletions)

    def test_most_of_all_files_go_where_that_is_said(self):
        service = Service(101, 200)
        self.delete(service, yes=True, even_most=True)
        self.assertEqual(["/internal/storage/orphans?evenMost=true"], service.deletions)

    def test_a_handful_may_be_most(self):
        service = Service(10, 10)
        self.delete(service, yes=True)
        self.assertEqual(["/internal/storage/orphans"], service.deletions)

    def test_where_there_are_none_nobody_is_asked(self):
        code, said = self.delete(Service(0, 200))
        self.assertEqual(0, code)
        self.assertIn("0 files (0 bytes) deleted", said)

    def test_an_agreement_to_nothing_is_refused(self):
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual(1, main(["admin", "storage", "--even-most"]))
        self.assertIn("--delete-orphans", said.getvalue())
