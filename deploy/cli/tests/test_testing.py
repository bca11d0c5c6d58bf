import tempfile
import unittest
from pathlib import Path
from unittest import mock

from cli import testing, tools
from cli.console import Stop
from cli.settings import Settings


class WeasyPrintTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.settings = Settings({"CAPITUNE_ENV_FILE": "", "CAPITUNE_DATA": folder.name})
        self.settings.tools = Path(folder.name) / "tools"
        self.settings.tools.mkdir()
        self.requirements = Path(folder.name) / "requirements.txt"
        self.requirements.write_text("cffi==2.1.1\nweasyprint==69.0\n")

    def test_benchmarks_that_do_not_print_fetch_nothing(self):
        with mock.patch.object(tools, "weasyprint") as fetch:
            self.assertEqual({}, testing._weasyprint_env(self.settings, ["jobs", "claim"]))
            fetch.assert_not_called()

    def test_what_was_fetched_is_not_fetched_again(self):
        there = self.settings.tools / "weasyprint-69.0"
        there.mkdir()
        with mock.patch.object(tools, "run_quietly") as pip, \
                mock.patch.object(tools, "_can_import_weasyprint", return_value=True):
            self.assertEqual(there, tools.weasyprint(self.settings, self.requirements))
            pip.assert_not_called()

    def test_a_benchmark_goes_on_without_it(self):
        with mock.patch.object(tools, "require_pip"), mock.patch.object(tools, "warn") as warned, \
                mock.patch.object(tools, "run_quietly", return_value=(1, "no network")):
            self.assertIsNone(tools.weasyprint(self.settings, self.requirements))
            self.assertIn("no network", warned.call_args.args[0])


class OpenIdProviderTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.settings = Settings({"CAPITUNE_ENV_FILE": "", "CAPITUNE_DATA": folder.name})
        self.settings.tools = Path(folder.name) / "tools"

    def fetch(self, answer):
        with mock.patch.object(tools, "_which", return_value=Path("/bin/npm")), \
                mock.patch.object(tools, "run_quietly", return_value=answer) as npm:
            return tools.openid_provider(self.settings), npm

    def test_it_is_fetched_once_as_locked(self):
        there, npm = self.fetch((0, ""))
        self.assertIn("ci", npm.call_args.args[0])
        self.assertTrue((there / "package-lock.json").is_file())
        again, npm = self.fetch((1, "no network"))
        self.assertEqual(there, again)
        npm.assert_not_called()

    def test_half_of_it_is_not_kept(self):
        with self.assertRaises(Stop):
            self.fetch((1, "no network"))
        self.assertFalse(list(self.settings.tools.iterdir()))

    def test_without_node_there_is_a_remedy(self):
        with mock.patch.object(tools, "_which", return_value=None), self.assertRaises(Stop) as stop:
            tools.openid_provider(self.settings)
        self.assertIn("nodejs", " ".join(stop.exception.remedies))

    def test_the_lock_names_no_registry(self):
        self.assertNotIn("resolved", (tools.OPENID_PROVIDER / "package-lock.json").read_text())
