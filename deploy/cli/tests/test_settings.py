import stat
import tempfile
import unittest
from pathlib import Path

from cli.console import Stop
from cli.secret_keys import Secrets
from cli.settings import Settings, read_env_file, read_json, write_json


class SettingsTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)

    def settings(self, **env):
        return Settings({"CAPITUNE_DATA": self.folder.name, "CAPITUNE_ENV_FILE": "", **env})

    def test_env_file_knows_comments_quotes_and_export(self):
        file = self.path / ".env"
        file.write_text("# c\n\nA=1 # why\nexport B=\"x # y\"\nC='z'\nD=a=b\n")
        self.assertEqual({"A": "1", "B": "x # y", "C": "z", "D": "a=b"}, read_env_file(file))

    def test_env_file_names_the_line_that_is_wrong(self):
        file = self.path / ".env"
        file.write_text("A=1\nnonsense\n")
        with self.assertRaisesRegex(Stop, "Line 2"):
            read_env_file(file)

    def test_environment_comes_before_the_file(self):
        file = self.path / ".env"
        file.write_text("CAPITUNE_WORKERS=2\nCAPITUNE_MAIL_FROM=a\n")
        settings = self.settings(CAPITUNE_ENV_FILE=str(file), CAPITUNE_WORKERS="3")
        self.assertEqual((3, "a"), (settings.number("CAPITUNE_WORKERS", 1), settings.get("CAPITUNE_MAIL_FROM")))

    def test_outside_local_mode_a_public_url_is_wanted(self):
        with self.assertRaisesRegex(Stop, "CAPITUNE_PUBLIC_URL"):
            self.settings(CAPITUNE_LOCAL="false", CAPITUNE_RESEND_API_KEY="k").check()

    def test_outside_local_mode_a_mail_provider_is_wanted(self):
        with self.assertRaisesRegex(Stop, "mail provider"):
            self.settings(CAPITUNE_LOCAL="false", CAPITUNE_PUBLIC_URL="https://x").check()

    def test_local_mode_is_never_opened_to_the_network(self):
        for host in ("0.0.0.0", "::", "[::]", "192.168.1.20", "cv.example.org", "127.0.0.1.example.org"):
            with self.assertRaisesRegex(Stop, "CAPITUNE_HTTP_HOST"):
                self.settings(CAPITUNE_HTTP_HOST=host).check()
        for host in ("", "localhost", "127.0.0.1", "127.0.0.2", "[::1]"):
            self.settings(CAPITUNE_HTTP_HOST=host).check()

    def test_a_trusted_proxy_is_an_address_or_a_network_and_never_everybody(self):
        for proxies in ("proxy.example.org", "10.0.0.5, 10.0.0.0/33", "10.0.0.5;10.0.0.6", "0.0.0.0/0", "::/0"):
            with self.assertRaisesRegex(Stop, "CAPITUNE_TRUSTED_PROXIES"):
                self.settings(CAPITUNE_TRUSTED_PROXIES=proxies).check()
        for proxies in ("", "10.0.0.5", "10.0.0.5/30, 2001:db8::/48 ,::1"):
            self.settings(CAPITUNE_TRUSTED_PROXIES=proxies).check()

    def test_a_bucket_wants_its_keys(self):
        with self.assertRaisesRegex(Stop, "CAPITUNE_STORAGE_S3_SECRET_KEY"):
            self.settings(CAPITUNE_STORAGE_S3_BUCKET="pdfs", CAPITUNE_STORAGE_S3_ACCESS_KEY="a").check()
        self.settings(CAPITUNE_STORAGE_S3_BUCKET="pdfs", CAPITUNE_STORAGE_S3_ACCESS_KEY="a",
                      CAPITUNE_STORAGE_S3_SECRET_KEY="s").check()

    def test_outside_local_mode_the_address_to_listen_on_is_free(self):
        self.settings(CAPITUNE_LOCAL="false", CAPITUNE_PUBLIC_URL="https://x", CAPITUNE_RESEND_API_KEY="k",
                      CAPITUNE_MAIL_FROM="a@x", CAPITUNE_HTTP_HOST="0.0.0.0").check()

    def test_a_torn_file_reads_as_empty(self):
        (self.path / "x.json").write_text('{"a":')
        self.assertEqual({}, read_json(self.path / "x.json"))

    def test_secrets_are_made_once_for_this_user_only(self):
        first, second = Secrets(self.settings()), Secrets(self.settings())
        self.assertEqual(first.clients, second.clients)
        self.assertEqual(0o600, stat.S_IMODE((self.path / "secrets.json").stat().st_mode))

    def test_a_secret_of_the_environment_comes_first(self):
        self.assertEqual("mine", Secrets(self.settings(CAPITUNE_SECRET_OPERATOR="mine")).clients["operator"])

    def test_a_new_client_gains_a_secret_and_the_others_keep_theirs(self):
        before = Secrets(self.settings()).clients
        kept = read_json(self.path / "secrets.json")
        del kept["clients"]["operator"]
        write_json(self.path / "secrets.json", kept)
        after = Secrets(self.settings()).clients
        self.assertEqual(before["pdf-worker"], after["pdf-worker"])
        self.assertTrue(after["operator"])
