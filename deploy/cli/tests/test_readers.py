import tempfile
import unittest
from pathlib import Path
from unittest import mock

from cli import readers, tools
from cli.console import Stop
from cli.settings import Settings


class ReadersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name)
        poppler = self.path / "pdftotext"
        poppler.write_text("#!/bin/sh\n")
        poppler.chmod(0o755)

    def settings(self, **env):
        settings = Settings({"CAPITUNE_DATA": str(self.path), "CAPITUNE_ENV_FILE": "", "PATH": str(self.path), **env})
        settings.tools = self.path / "tools"
        return settings

    def test_missing_poppler_is_named_with_the_command_that_installs_it(self):
        with mock.patch.object(tools, "apt_install", return_value=False), \
                self.assertRaisesRegex(Stop, "pdftotext") as stop:
            readers.environment(self.settings(PATH="/nonexistent"))
        self.assertIn("apt-get install poppler-utils", stop.exception.remedies[0])

    def test_packages_are_fetched_once(self):
        def install(command, progress):
            Path(command[command.index("--target") + 1]).mkdir()
            return 0, ""

        with mock.patch.object(tools, "run_quietly", side_effect=install) as pip:
            found = [readers.environment(self.settings())["CAPITUNE_PDF_READERS"] for _ in range(2)]
        self.assertEqual(found[0], found[1])
        self.assertTrue(Path(found[0]).is_dir())
        self.assertEqual(1, pip.call_count)

    def test_failed_fetch_leaves_nothing_and_says_why(self):
        with mock.patch.object(tools, "run_quietly", return_value=(1, "ERROR: no network")), \
                self.assertRaisesRegex(Stop, "no network"):
            readers.environment(self.settings())
        self.assertEqual([], list((self.path / "tools").iterdir()))
