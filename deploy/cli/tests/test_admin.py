import contextlib
import io
import unittest
from unittest import mock

from cli import admin
from cli.console import Stop
from cli.main import main
from cli.settings import Settings

SEAL = "s" * 43


class Service:
    """auth-service as the commands see it."""

    def __init__(self, answer):
        self.answer = answer
        self.calls = []

    def authorised(self, service, method, path, body=None, patience=15):
        self.calls.append((service, method, path, body))
        return self.answer


class AdminTest(unittest.TestCase):
    def run_with(self, answer, act, *arguments):
        service, out = Service(answer), io.StringIO()
        with mock.patch.object(admin, "Operator", lambda settings: service), contextlib.redirect_stdout(out):
            code = act(Settings({"CAPITUNE_ENV_FILE": ""}), *arguments)
        return code, out.getvalue(), service.calls

    def test_an_administrator_is_created(self):
        code, said, calls = self.run_with({"outcome": "created", "suspended": False}, admin.create, "a@exemple.fr")
        self.assertEqual(0, code)
        self.assertIn("account is open", said)
        self.assertEqual([("auth-service", "POST", "/internal/admins", {"email": "a@exemple.fr"})], calls)

    def test_a_suspended_one_is_told(self):
        _, said, _ = self.run_with({"outcome": "promoted", "suspended": True}, admin.create, "a@exemple.fr")
        self.assertIn("its sessions have ended", said)
        self.assertIn("suspended", said)

    def test_a_whole_log_says_its_end(self):
        code, said, _ = self.run_with({"whole": True, "entries": 1234, "lastSeal": SEAL}, admin.verify_audit, None)
        self.assertEqual(0, code)
        self.assertIn("1,234 entries", said)
        self.assertIn(f"1234:{SEAL}", said)

    def test_an_empty_log_is_whole(self):
        code, said, _ = self.run_with({"whole": True, "entries": 0, "lastSeal": ""}, admin.verify_audit, None)
        self.assertEqual(0, code)
        self.assertIn("empty", said)

    def test_what_was_kept_is_compared(self):
        _, _, calls = self.run_with({"whole": True, "entries": 9, "lastSeal": SEAL}, admin.verify_audit, f"7:{SEAL}")
        self.assertEqual(f"/internal/audit/verification?entry=7&seal={SEAL}", calls[0][2])

    def test_what_nobody_said_is_not_compared(self):
        for text in ("", "7", f"x:{SEAL}", "7:short", f"7:{SEAL}&x=1"):
            with self.assertRaisesRegex(Stop, "a number, a colon, a seal"):
                self.run_with({}, admin.verify_audit, text)

    def test_a_broken_log_is_an_exit_code_that_names_the_entry(self):
        said = io.StringIO()
        service = Service({"whole": False, "entry": 42, "fault": "CHANGED"})
        with mock.patch.object(admin, "Operator", lambda settings: service), contextlib.redirect_stderr(said):
            self.assertEqual(1, main(["admin", "verify-audit"]))
        self.assertIn("broken at entry 42: it was changed", said.getvalue())

    def test_an_older_auth_service_is_told(self):
        with self.assertRaisesRegex(Stop, "does not know"):
            self.run_with(None, admin.create, "a@exemple.fr")

    def test_a_token_is_renewed_before_it_ends(self):
        operator = admin.Operator.__new__(admin.Operator)
        operator.secret, asked = "secret", []

        def call(service, method, path, body=None, headers=None, patience=15):
            asked.append(path)
            return {"access_token": f"token-{len(asked)}", "expires_in": 300}

        operator.call = call
        with mock.patch.object(admin.time, "monotonic", side_effect=[0, 149, 151, 151, 200]):
            operator.sign_in()
            for _ in range(3):
                operator.authorised("auth-service", "GET", "/x")
        self.assertEqual(["/api/auth/token", "/x", "/api/auth/token", "/x", "/x"], asked)
