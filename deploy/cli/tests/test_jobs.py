import contextlib
import io
import re
import unittest
import urllib.parse
from pathlib import Path
from unittest import mock

from cli import jobs
from cli.console import Stop
from cli.main import ids_last, main, parser
from cli.settings import Settings


def job(number, **fields):
    return {"id": f"{number:022}", "ageSeconds": 5, "owner": "o" * 22, "attempts": 4, "code": "PRINT_FAILED",
            "reason": "tab crashed", "retriedBy": None, "stage": None, "notBefore": None, **fields}


class Service:
    """cv-job-service as the commands see it: failed jobs, some of which it refuses to try again."""

    def __init__(self, failed, refused=()):
        self.failed, self.refused = list(failed), set(refused)
        self.calls = []

    def authorised(self, service, method, path, body=None):
        self.calls.append(f"{method} {path}")
        if method == "GET":
            asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(path).query))
            found = [one for one in self.failed if self.is_selected(one, asked)]
            return {"total": len(found), "items": found[:int(asked["limit"])]}
        if method == "DELETE":
            gone, self.failed = self.failed[:500], self.failed[500:]
            return {"removed": len(gone)}
        one = path.split("/")[3]
        if one in self.refused:
            raise Stop("cv-job-service refused: no units")
        known = [found for found in self.failed if found["id"] == one]
        self.failed = [found for found in self.failed if found["id"] != one]
        return {"jobId": "new"} if known else None

    def is_selected(self, one, asked):
        return asked.get("code", one["code"]) == one["code"]


class SickService(Service):
    """One where every retry fails as well, soon, as a job of its own that comes first."""

    def __init__(self, failed, seconds_each):
        super().__init__(failed)
        self.now, self.seconds_each, self.failed_at, self.retries = 1000.0, seconds_each, {}, 0

    def monotonic(self):
        return self.now

    def authorised(self, service, method, path, body=None):
        answer = super().authorised(service, method, path, body)
        if method == "POST":
            self.now += self.seconds_each
            self.retries += 1
            if self.retries > 100:
                raise AssertionError("for ever")
            answer = job(1_000_000 + self.retries)
            self.failed.insert(0, answer)
            self.failed_at[answer["id"]] = self.now
            answer = {"jobId": answer["id"] if self.tells else "another"}
        return answer

    # Without it the command knows its own retries by their age alone.
    tells = True

    def is_selected(self, one, asked):
        age = self.now - self.failed_at.get(one["id"], 0)
        return super().is_selected(one, asked) and age >= int(asked.get("olderThanSeconds", 0))


class JobsTest(unittest.TestCase):
    def run_with(self, service, act, *arguments):
        out = io.StringIO()
        with mock.patch.object(jobs, "Operator", lambda settings: service), contextlib.redirect_stdout(out):
            code = act(Settings({"CAPITUNE_ENV_FILE": ""}), *arguments)
        return code, out.getvalue()

    def test_spans_are_read(self):
        self.assertEqual([90, 1800, 7200, 2592000, None], [jobs.seconds(text) for text in ("90s", "30m", "2h", "30d", None)])

    def test_what_is_no_span_is_refused(self):
        for text in ("", "2", "h", "-2h", "2 h", "1w", "99999999d", "999999d"):
            with self.assertRaisesRegex(Stop, "time span"):
                jobs.seconds(text)

    def test_spans_are_told_in_two_units(self):
        self.assertEqual(["-", "7 s", "1 m 05 s", "2 h 00 m", "3 d 4 h"],
                         [jobs.span(seconds) for seconds in (None, 7, 65, 7200, 3 * 86400 + 4 * 3600 + 9)])

    def test_what_is_no_id_is_refused_before_anybody_is_asked(self):
        for text in ("", "abc", "../../internal/plans/x", "a" * 23, "é" * 22):
            with self.assertRaisesRegex(Stop, "not the id"):
                jobs.checked(text)

    def test_an_id_may_begin_with_a_dash(self):
        dashed = "-" + "a" * 21
        options = parser().parse_args(ids_last(["admin", "jobs", "show", dashed, "--json"]))
        self.assertEqual((dashed, True), (options.id, options.json))

    def test_options_stay_options(self):
        words = ["admin", "jobs", "purge", "--older-than", "30d", "--status", "queued"]
        self.assertEqual(words, ids_last(words))

    def test_a_reason_cannot_write_to_the_terminal(self):
        self.assertEqual("a [31mred b", jobs.one_line("a\x1b[31mred\n b"))
        self.assertEqual(60, len(jobs.one_line("x" * 100)))

    def test_a_broken_job_is_a_row_of_dashes(self):
        line = jobs.row(job(1, ageSeconds=None, owner=None, attempts=None, code=None, reason=None))
        self.assertEqual(["0" * 21 + "1", "-", "-", "-", "-", "-"], line.split())

    def test_every_failed_job_is_tried_again_page_by_page(self):
        service = Service([job(number) for number in range(1200)])
        code, said = self.run_with(service, jobs.retry_failed, None, None, True)
        self.assertEqual(0, code)
        self.assertIn("500 jobs or more will be tried again", said)
        self.assertIn("1200 jobs tried again", said)

    def test_retries_that_fail_again_are_left_to_the_next_time(self):
        for seconds, tells in ((0.001, True), (20, True), (20, False)):
            service = SickService([job(1), job(2), job(3, code="INTERNAL")], seconds)
            service.tells = tells
            with mock.patch.object(jobs.time, "monotonic", service.monotonic):
                code, said = self.run_with(service, jobs.retry_failed, None, None, True)
            self.assertEqual((0, 3), (code, service.retries))
            self.assertIn("3 jobs tried again", said)

    def test_what_failed_long_ago_does_not_fall_out_of_the_time_asked_for(self):
        service = SickService([job(1), job(2)], 20)
        with mock.patch.object(jobs.time, "monotonic", service.monotonic):
            self.run_with(service, jobs.retry_failed, "PRINT_FAILED", "2h", True)
        self.assertIn("GET /internal/jobs?status=failed&code=PRINT_FAILED&withinSeconds=7240&olderThanSeconds=40"
                      "&notRetried=true&limit=500", service.calls)

    def test_what_cannot_succeed_is_left_alone_and_told(self):
        service = Service([job(1, code="TOO_LONG"), job(2, code="TOO_LONG"), job(3)])
        code, said = self.run_with(service, jobs.retry_failed, None, None, True)
        self.assertEqual(0, code)
        self.assertIn("2 jobs left alone (TOO_LONG)", said)
        self.assertIn("1 job tried again", said)
        self.assertEqual(["TOO_LONG", "TOO_LONG"], [one["code"] for one in service.failed])

    def test_what_cannot_succeed_is_tried_where_it_is_named(self):
        code, said = self.run_with(Service([job(1, code="TOO_LONG"), job(3)]), jobs.retry_failed, "TOO_LONG", None, True)
        self.assertEqual(0, code)
        self.assertNotIn("left alone", said)
        self.assertIn("1 job tried again", said)

    def test_codes_are_those_of_the_service(self):
        source = Path(__file__).parents[3] / "cv-contract/src/main/java/io/capitune/cv/job/FailureCode.java"
        codes = re.findall(r"^    ([A-Z_]+)\((true|false)\)[,;]", source.read_text(), re.M)
        self.assertEqual(jobs.CODES, tuple(code for code, _ in codes))
        self.assertEqual(jobs.HOPELESS, tuple(code for code, retryable in codes if retryable == "false"))

    def test_refused_ones_are_named_once_and_do_not_stop_the_rest(self):
        service = Service([job(1), job(2), job(3)], refused={job(2)["id"]})
        code, said = self.run_with(service, jobs.retry_failed, "PRINT_FAILED", "2h", True)
        self.assertEqual(1, code)
        self.assertIn("2 jobs tried again", said)
        self.assertEqual(1, said.count("no units"))
        self.assertIn("GET /internal/jobs?status=failed&code=PRINT_FAILED&withinSeconds=7200&olderThanSeconds=0"
                      "&notRetried=true&limit=500", service.calls)

    def test_a_page_of_refused_ones_does_not_hide_those_behind(self):
        refused = [job(number) for number in range(700)]
        service = Service([*refused, job(9_000), job(9_001)], refused={one["id"] for one in refused})
        code, said = self.run_with(service, jobs.retry_failed, None, None, True)
        self.assertEqual(1, code)
        self.assertIn("2 jobs tried again", said)
        self.assertNotIn("There may be more", said)

    def test_more_refused_ones_than_can_be_listed_are_told(self):
        refused = [job(number) for number in range(1_200)]
        service = Service(refused, refused={one["id"] for one in refused})
        _, said = self.run_with(service, jobs.retry_failed, None, None, True)
        self.assertIn("There may be more", said)

    def test_nothing_is_done_without_a_yes(self):
        service = Service([job(1)])
        with mock.patch("sys.stdin", io.StringIO("")), self.assertRaisesRegex(Stop, "Nothing was done"):
            self.run_with(service, jobs.purge, "failed", "30d", None, False)
        self.assertEqual(1, len(service.failed))

    def test_purge_goes_on_until_nothing_is_left(self):
        service = Service([job(number) for number in range(1200)])
        code, said = self.run_with(service, jobs.purge, "failed", "30d", None, True)
        self.assertEqual(0, code)
        self.assertIn("1200 jobs failed for more than 30d will be removed", said)
        self.assertIn("1200 jobs removed", said)

    def test_an_unknown_job_is_told(self):
        with self.assertRaisesRegex(Stop, "There is no job"):
            self.run_with(Service([]), jobs.retry, "a" * 22)

    def test_what_went_wrong_is_in_the_exit_code(self):
        said = io.StringIO()
        with mock.patch.object(jobs, "Operator", lambda settings: Service([])), contextlib.redirect_stderr(said):
            self.assertEqual(1, main(["admin", "jobs", "show", "nonsense"]))
        self.assertIn("not the id", said.getvalue())
