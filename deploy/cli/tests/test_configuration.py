import re
import unittest

from cli.settings import ROOT

MAPPING = re.compile(r'@ConfigMapping\(prefix = "([^"]+)"')
GETTER = re.compile(r"\b(\w+)\(\);")
NAMED = re.compile(r'@WithName\("([^"]+)"\)')
KEY = re.compile(r"`(capitune\.[a-z0-9.<>-]+)`")


def kebab(name):
    return re.sub(r"[A-Z]", lambda letter: "-" + letter.group().lower(), name)


class ConfigurationTest(unittest.TestCase):
    """What docs/configuration.md names is read by a service."""

    def setUp(self):
        sources = [file.read_text(encoding="utf-8") for file in ROOT.glob("**/src/main/**/*")
                   if file.suffix in (".java", ".properties") and "target" not in file.relative_to(ROOT).parts]
        self.text = "\n".join(sources)
        self.mappings = [(prefix, {kebab(name) for name in GETTER.findall(source)} | set(NAMED.findall(source)))
                         for source in sources for prefix in MAPPING.findall(source)]

    def is_read(self, key):
        """By its whole name, or by a mapping whose methods are named like what follows its prefix."""
        if re.search(re.escape(key.split(".<")[0]) + r"(?![\w-])", self.text):
            return True
        return any(key.startswith(prefix + ".") and set(self.parts(key[len(prefix) + 1:])) <= names
                   for prefix, names in self.mappings)

    @staticmethod
    def parts(rest):
        return [part for part in rest.split(".") if not part.startswith("<")]

    def test_every_property_of_the_documentation_is_read(self):
        keys = sorted(set(KEY.findall((ROOT / "docs/configuration.md").read_text(encoding="utf-8"))))
        self.assertGreater(len(keys), 100)
        self.assertEqual([], [key for key in keys if not self.is_read(key)])
