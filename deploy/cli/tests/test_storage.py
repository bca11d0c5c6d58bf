import unittest

from cli import storage

SOUND = {"files": 1, "bytes": 40_000, "orphans": 0, "orphanBytes": 0, "orphanNames": [], "missing": 0,
         "missingFiles": [], "read": 1}


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
