import re
import tempfile
import unittest
from unittest import mock

from cli import dev, lifecycle, ports, services
from cli.admin import Operator
from cli.console import Stop
from cli.main import parser
from cli.secret_keys import Secrets
from cli.services import WorkersAlone, plan_of
from cli.settings import ROOT, Settings
from cli.status import describe
from cli.system import System

THERE = {
    "MONGODB_URI": "mongodb://capitune:s3cret@db.internal/?replicaSet=rs0",
    "CAPITUNE_STORAGE_S3_BUCKET": "pdfs",
    "CAPITUNE_STORAGE_S3_ACCESS_KEY": "access",
    "CAPITUNE_STORAGE_S3_SECRET_KEY": "secret",
    "CAPITUNE_AUTH_URL": "http://10.0.0.4:8081/",
    "CAPITUNE_RENDER_URL": "http://10.0.0.4:8083",
    "CAPITUNE_SECRET_PDF_WORKER": "known-there",
}


class WorkersAloneTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = folder.name

    def settings(self, **env):
        return Settings({"CAPITUNE_DATA": self.data, "CAPITUNE_ENV_FILE": "", "CAPITUNE_CHROMIUM": "/bin/sh", **env})

    def plan(self, wanted, **env):
        with mock.patch.object(services.tools, "jdk", lambda settings: ROOT):
            return plan_of(self.settings(**env), ports.Ports(workers=[8091, 8092]), wanted)

    def test_nothing_but_workers_runs(self):
        specs = self.plan({"alone": True}, **THERE).specs()
        self.assertEqual(["pdf-worker-1", "pdf-worker-2"], [spec.name for spec in specs])

    def test_they_are_told_where_their_system_is_and_what_it_knows_them_by(self):
        env = self.plan({"alone": True}, **THERE).specs()[0].env
        self.assertEqual(
            ("http://10.0.0.4:8081", "http://10.0.0.4:8083", THERE["MONGODB_URI"], "pdfs", "known-there", "2", "127.0.0.1"),
            tuple(env[name] for name in ("CAPITUNE_AUTH_URL", "CAPITUNE_RENDER_URL", "MONGODB_URI", "CAPITUNE_STORAGE_S3_BUCKET",
                                         "CAPITUNE_CLIENT_SECRET", "MALLOC_ARENA_MAX", "QUARKUS_HTTP_HOST")))

    def test_no_secret_is_made_and_none_is_on_a_command_line(self):
        spec = self.plan({"alone": True}, **THERE).specs()[0]
        self.assertEqual([], list(self.settings().data.glob("secrets.json")))
        self.assertFalse([word for word in spec.argv if "s3cret" in word or "known-there" in word])
        self.assertNotIn("CAPITUNE_SEALING_KEY", spec.env)

    def test_a_folder_of_a_whole_system_has_its_plan(self):
        self.assertNotIsInstance(self.plan({"alone": False}), WorkersAlone)
        self.assertNotIsInstance(self.plan({}), WorkersAlone)

    def test_every_setting_that_is_missing_is_named_at_once(self):
        with self.assertRaises(Stop) as stop:
            lifecycle.work(self.settings(CAPITUNE_STORAGE_FOLDER="/srv/pdfs"), True, 1)
        for name in THERE:
            self.assertIn(name, str(stop.exception))
        self.assertTrue([line for line in stop.exception.remedies if "cannot be shared" in line])

    def test_an_address_without_its_scheme_is_refused(self):
        with self.assertRaisesRegex(Stop, "CAPITUNE_RENDER_URL"):
            self.settings(**{**THERE, "CAPITUNE_RENDER_URL": "10.0.0.4:8083"}).check_for_workers()
        self.settings(**THERE).check_for_workers()

    def test_a_folder_of_workers_never_becomes_a_second_whole_system(self):
        System(self.settings()).want(alone=True)
        with self.assertRaisesRegex(Stop, "second one on their database") as stop:
            lifecycle.up(self.settings(), True, None)
        self.assertIn("./capitune worker", stop.exception.remedies[0])

    def test_where_a_whole_system_runs_workers_are_its_own(self):
        with mock.patch.object(System, "is_supervised", lambda self: True), self.assertRaisesRegex(Stop, "a whole system runs"):
            lifecycle.work(self.settings(**THERE), True, 1)

    def test_what_operators_do_is_done_on_the_machine_of_the_system(self):
        System(self.settings()).want(alone=True)
        with self.assertRaisesRegex(Stop, "Only workers run here"):
            Operator(self.settings())
        with self.assertRaisesRegex(Stop, "Only workers run here"):
            dev.dev(self.settings(), "pdf-worker")

    def test_their_status_promises_neither_pages_nor_a_mailbox(self):
        system = System(self.settings())
        system.want(alone=True)
        told = describe(system)
        self.assertEqual((True, "", ""), (told["alone"], told["gateway"], told["mailbox"]))

    def test_a_whole_system_may_have_no_worker_and_workers_alone_may_not(self):
        self.assertEqual(0, parser().parse_args(["up", "--workers", "0"]).workers)
        with self.assertRaises(SystemExit), mock.patch("sys.stderr"):
            parser().parse_args(["worker", "--workers", "0"])
        system = System(self.settings())
        self.assertEqual(0, lifecycle._count(self.settings(), system, 0))
        system.want(workers=0)
        self.assertEqual(0, lifecycle._count(self.settings(), system, None))


class ReachedFromElsewhereTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = folder.name

    def spec_of(self, module, **env):
        settings = Settings({"CAPITUNE_DATA": self.data, "CAPITUNE_ENV_FILE": "", "CAPITUNE_CHROMIUM": "/bin/sh", **env})
        with mock.patch.object(services.tools, "jdk", lambda _: ROOT):
            return plan_of(settings, ports.Ports(), {}).service(module, module, 8081)

    def test_only_what_workers_ask_listens_where_they_reach_it(self):
        given = {"CAPITUNE_SERVICE_HOST": "10.0.0.4"}
        hosts = {module: self.spec_of(module, **given).env["QUARKUS_HTTP_HOST"] for module in ports.MODULES}
        self.assertEqual({"auth-service", "render-service"}, {module for module, host in hosts.items() if host == "10.0.0.4"})
        self.assertEqual({"127.0.0.1", "10.0.0.4"}, set(hosts.values()))

    def test_by_default_everything_listens_on_loopback(self):
        self.assertEqual({"127.0.0.1"}, {self.spec_of(module).env["QUARKUS_HTTP_HOST"] for module in ports.MODULES})

    def test_the_others_find_it_there(self):
        spec = self.spec_of("auth-service", CAPITUNE_SERVICE_HOST="10.0.0.4")
        self.assertEqual("http://10.0.0.4:8081", spec.url)
        self.assertEqual("http://10.0.0.4:8083", spec.env["CAPITUNE_RENDER_URL"])
        self.assertEqual("http://127.0.0.1:8082", spec.env["CAPITUNE_CV_JOB_URL"])
        self.assertEqual("http://[2001:db8::4]:8081", self.spec_of("auth-service", CAPITUNE_SERVICE_HOST="2001:db8::4").url)

    def test_what_listens_on_every_address_is_found_on_loopback(self):
        self.assertEqual("http://127.0.0.1:8081", self.spec_of("auth-service", CAPITUNE_SERVICE_HOST="0.0.0.0").url)

    def test_the_gateway_is_believed_by_the_address_it_comes_from(self):
        def trusted(module, **env):
            return self.spec_of(module, CAPITUNE_TRUSTED_PROXIES="10.0.0.1", **env).env["CAPITUNE_TRUSTED_PROXIES"]
        self.assertEqual("10.0.0.1,10.0.0.4", trusted("auth-service", CAPITUNE_SERVICE_HOST="10.0.0.4"))
        self.assertEqual("10.0.0.1", trusted("cv-job-service", CAPITUNE_SERVICE_HOST="10.0.0.4"))
        self.assertEqual("10.0.0.1", trusted("auth-service", CAPITUNE_SERVICE_HOST="0.0.0.0"))

    def test_a_name_is_no_address_to_listen_on(self):
        with self.assertRaisesRegex(Stop, "CAPITUNE_SERVICE_HOST"):
            Settings({"CAPITUNE_ENV_FILE": "", "CAPITUNE_SERVICE_HOST": "db.internal"}).check()


class ForeignDatabaseTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.settings = Settings({"CAPITUNE_DATA": folder.name, "CAPITUNE_ENV_FILE": ""})
        self.settings.make_folders()
        self.log = self.settings.logs / "auth-service.log"
        self.state = {"processes": {"auth-service": {"stopping": False}}, "outdated": []}

    def test_a_database_that_another_installation_sealed_is_refused(self):
        self.log.write_text(f"WARN The signing keys cannot be read: the stored signing key {lifecycle.FOREIGN} than this one\n")
        with self.assertRaisesRegex(Stop, "another installation's"):
            lifecycle._give_up_on_a_foreign_database(self.settings, self.state)

    def test_what_the_auth_service_before_said_is_over(self):
        self.log.write_text(lifecycle.FOREIGN)
        for state in ({"processes": {}}, {**self.state, "outdated": ["auth-service"]},
                      {"processes": {"auth-service": {"stopping": True}}}):
            lifecycle._give_up_on_a_foreign_database(self.settings, state)

    def test_one_that_is_away_is_waited_for(self):
        self.log.write_text("WARN The signing keys cannot be read: Timed out\n")
        lifecycle._give_up_on_a_foreign_database(self.settings, self.state)

    def test_auth_service_says_it_in_these_words(self):
        source = (ROOT / "auth-service/src/main/java/io/capitune/auth/token/KeySeal.java").read_text(encoding="utf-8")
        self.assertTrue(re.search(re.escape(lifecycle.FOREIGN), source))

    def test_what_runs_but_has_to_be_started_anew_is_not_ready(self):
        entry = {"pid": 0, "started": "", "stopping": False}
        state = {"wanted": ["pdf-worker-1"], "outdated": ["pdf-worker-1"], "processes": {"pdf-worker-1": entry}}
        system = mock.Mock(processes=lambda: {"pdf-worker-1": entry})
        with mock.patch.object(lifecycle, "ready_now", lambda processes: dict.fromkeys(processes, True)):
            self.assertEqual(["pdf-worker-1"], lifecycle._not_ready(system, state))
            self.assertEqual([], lifecycle._not_ready(system, {**state, "outdated": []}))
