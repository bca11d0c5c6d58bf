import tempfile
import unittest

from cli.ports import Ports
from cli.services import AUTH_SERVICE, Plan, Spec
from cli.settings import Settings
from cli.supervisor import Running, Supervisor

OLD, NEW = "old", "new"


class Answers:
    """Who is ready, as asked of the processes."""

    def __init__(self):
        self.ready = {}

    def of(self, entries):
        return {entry["pid"]: self.ready[entry["pid"]] for entry in entries if entry["pid"] in self.ready}


class SupervisorTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = folder.name
        self.supervisor = Supervisor(Settings({"CAPITUNE_DATA": folder.name, "CAPITUNE_ENV_FILE": ""}), 0)
        self.supervisor.readiness = self.answers = Answers()
        self.supervisor.plan = self.plan()
        self.supervisor._start = lambda spec: self.runs(spec.name, NEW)
        self.supervisor.primary = True
        self.stopped = []
        self.pids = iter(range(1_000_000_000, 1_000_001_000))

    def plan(self, **env):
        plan = Plan.__new__(Plan)
        plan.settings = Settings({"CAPITUNE_DATA": self.data, "CAPITUNE_ENV_FILE": "", **env})
        plan.ports = Ports()
        return plan

    def wants(self, *names):
        self.supervisor.specs = {name: Spec(name, [], 1, "/ready", module=name.rstrip("-0123456789")) for name in names}
        self.supervisor.prints = dict.fromkeys(names, NEW)

    def runs(self, name, fingerprint, ready=None):
        running = Running(self.supervisor.specs[name], fingerprint, next(self.pids))
        running.stop = lambda: self.stop(name, running)
        self.supervisor.running[name] = running
        if ready is not None:
            self.answers.ready[running.pid] = ready

    def stop(self, name, running):
        if running.kill_at is None:
            running.kill_at = 1.0
            self.stopped.append(name)

    def becomes_ready(self, name):
        self.answers.ready[self.supervisor.running[name].pid] = True

    def ends(self, name):
        del self.supervisor.running[name]

    def looks(self):
        """What the supervisor stops when it looks a few times."""
        self.stopped.clear()
        for _ in range(3):
            self.supervisor._reconcile()
        return list(self.stopped)

    def test_workers_are_replaced_one_at_a_time_each_when_the_last_is_ready_again(self):
        self.wants("pdf-worker-1", "pdf-worker-2")
        self.runs("pdf-worker-1", OLD, ready=True)
        self.runs("pdf-worker-2", OLD, ready=True)
        self.assertEqual(["pdf-worker-1"], self.looks())
        self.assertEqual([], self.looks(), "the first is still finishing its prints")
        self.ends("pdf-worker-1")
        self.assertEqual([], self.looks(), "its successor has just been started")
        self.becomes_ready("pdf-worker-1")
        self.assertEqual(["pdf-worker-2"], self.looks())
        self.ends("pdf-worker-2")
        self.assertEqual([], self.looks())
        self.becomes_ready("pdf-worker-2")
        self.assertEqual(([], []), (self.looks(), self.supervisor._outdated()))

    def test_workers_go_on_while_the_successor_of_one_does_not_get_ready(self):
        self.wants("pdf-worker-1", "pdf-worker-2", "pdf-worker-3")
        self.runs("pdf-worker-1", NEW, ready=False)
        self.runs("pdf-worker-2", OLD, ready=True)
        self.runs("pdf-worker-3", OLD, ready=True)
        self.assertEqual([], self.looks())
        self.ends("pdf-worker-1")
        self.supervisor.start_at["pdf-worker-1"] = float("inf")
        self.assertEqual([], self.looks(), "it died, and is not started again yet")

    def test_a_worker_that_is_not_ready_is_replaced_first(self):
        self.wants("pdf-worker-1", "pdf-worker-2")
        self.runs("pdf-worker-1", OLD, ready=True)
        self.runs("pdf-worker-2", OLD, ready=False)
        self.assertEqual(["pdf-worker-2"], self.looks())

    def test_nobody_leaves_before_all_were_asked(self):
        self.wants("pdf-worker-1", "pdf-worker-2")
        self.runs("pdf-worker-1", OLD, ready=True)
        self.runs("pdf-worker-2", OLD)
        self.assertEqual([], self.looks())

    def test_a_worker_that_dev_holds_keeps_nobody_waiting(self):
        self.wants("pdf-worker-1", "pdf-worker-2")
        self.runs("pdf-worker-2", OLD, ready=True)
        self.supervisor.held = {"pdf-worker-1"}
        self.assertEqual(["pdf-worker-2"], self.looks())

    def test_workers_that_are_not_wanted_any_more_leave_together(self):
        self.wants("pdf-worker-1", "pdf-worker-2", "pdf-worker-3")
        for name in list(self.supervisor.specs):
            self.runs(name, NEW, ready=True)
        self.wants("pdf-worker-1")
        self.assertEqual(["pdf-worker-2", "pdf-worker-3"], self.looks())

    def test_other_services_wait_for_nobody(self):
        self.wants("auth-service", "portal-service")
        self.runs("auth-service", OLD, ready=True)
        self.runs("portal-service", OLD, ready=True)
        self.assertEqual(["auth-service", "portal-service"], self.looks())

    def test_on_a_database_of_ones_own_nothing_starts_before_auth_service_could_open_its_signing_key(self):
        self.supervisor.plan = self.plan(MONGODB_URI="mongodb://db")
        self.wants("notification-service", AUTH_SERVICE, "pdf-worker-1")
        self.looks()
        self.assertEqual([AUTH_SERVICE], list(self.supervisor.running))
        self.becomes_ready(AUTH_SERVICE)
        self.looks()
        self.assertEqual({"notification-service", AUTH_SERVICE, "pdf-worker-1"}, set(self.supervisor.running))

    def test_an_auth_service_of_the_database_before_says_nothing_of_this_one(self):
        self.supervisor.plan = self.plan(MONGODB_URI="mongodb://db")
        self.wants("notification-service", AUTH_SERVICE)
        self.runs(AUTH_SERVICE, OLD, ready=True)
        self.looks()
        self.assertEqual([AUTH_SERVICE], list(self.supervisor.running))

    def test_a_database_is_shown_to_be_ours_once_until_it_is_another(self):
        self.supervisor.plan = self.plan(MONGODB_URI="mongodb://db")
        self.supervisor.database, self.supervisor.ours = ("a", "key"), True
        self.wants(AUTH_SERVICE, "pdf-worker-1")
        self.supervisor._notice_the_database(("a", "key"))
        self.assertTrue(self.supervisor._is_ours())
        self.supervisor._notice_the_database(("a", "another"))
        self.assertFalse(self.supervisor._is_ours())
