import unittest

from cli.lifecycle import changes


class ChangesTest(unittest.TestCase):
    def test_another_process_of_the_same_name_was_restarted(self):
        before = {"auth-service": {"pid": 1, "started": "a"}, "gateway": {"pid": 2, "started": "a"},
                  "pdf-worker-2": {"pid": 3, "started": "a"}, "mongod": {"pid": 4, "started": "a"}}
        after = {"auth-service": {"pid": 9, "started": "b"}, "gateway": {"pid": 2, "started": "b"},
                 "mongod": {"pid": 4, "started": "a"}, "portal-service": {"pid": 10, "started": "b"}}
        self.assertEqual({"Started": ["portal-service"], "Restarted": ["auth-service", "gateway"],
                          "Stopped": ["pdf-worker-2"]}, changes(before, after))

    def test_nothing_changed(self):
        same = {"mongod": {"pid": 4, "started": "a"}}
        self.assertEqual([[], [], []], list(changes(same, dict(same)).values()))
