import tempfile
import unittest
from pathlib import Path

from cli import gateway, logs, ports, testing
from cli.secret_keys import Secrets
from cli.services import Plan, module_of
from cli.settings import Settings


class PlanTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)

    def settings(self, **env):
        return Settings({"CAPITUNE_DATA": self.folder.name, "CAPITUNE_ENV_FILE": "", **env})

    def env_of(self, module, **env):
        settings = self.settings(CAPITUNE_CHROMIUM="/bin/sh", **env)
        plan = Plan.__new__(Plan)
        plan.settings, plan.ports, plan.secrets = settings, ports.Ports(workers=[8091]), Secrets(settings)
        plan.apps = {}
        plan.base = plan._base_env()
        return plan.service_env(module, module, 1)

    def test_only_auth_service_knows_every_client_secret(self):
        self.assertIn("CAPITUNE_SECRET_PDF_WORKER", self.env_of("auth-service"))
        self.assertFalse([name for name in self.env_of("pdf-worker", CAPITUNE_SECRET_OPERATOR="x")
                          if name.startswith("CAPITUNE_SECRET_")])

    def test_a_mail_key_reaches_notification_service_alone(self):
        key = {"CAPITUNE_RESEND_API_KEY": "k"}
        self.assertNotIn("CAPITUNE_RESEND_API_KEY", self.env_of("cv-job-service", **key))
        self.assertIn("CAPITUNE_RESEND_API_KEY", self.env_of("notification-service", **key))

    def test_what_a_provider_knows_us_by_reaches_auth_service_alone(self):
        secret = {"CAPITUNE_PROVIDER_GOOGLE_CLIENT_SECRET": "s"}
        knowing = [module for module in ports.MODULES if "CAPITUNE_PROVIDER_GOOGLE_CLIENT_SECRET" in self.env_of(module, **secret)]
        self.assertEqual(["auth-service"], knowing)

    def test_portal_service_learns_only_that_there_is_a_key(self):
        env = self.env_of("portal-service", CAPITUNE_RESEND_API_KEY="re_1")
        self.assertEqual("set", env["CAPITUNE_RESEND_API_KEY"])
        self.assertNotIn("CAPITUNE_RESEND_API_KEY", self.env_of("portal-service"))

    def test_a_workers_memory_is_divided_as_it_was_measured_unless_somebody_says_otherwise(self):
        self.assertEqual("2", self.env_of("pdf-worker")["MALLOC_ARENA_MAX"])
        self.assertEqual("8", self.env_of("pdf-worker", MALLOC_ARENA_MAX="8")["MALLOC_ARENA_MAX"])
        self.assertNotIn("MALLOC_ARENA_MAX", self.env_of("portal-service"))

    def test_the_keys_of_the_bucket_reach_those_who_read_and_write_files_and_nobody_else(self):
        key = {"CAPITUNE_STORAGE_S3_SECRET_KEY": "s"}
        knowing = [module for module in ports.MODULES if "CAPITUNE_STORAGE_S3_SECRET_KEY" in self.env_of(module, **key)]
        self.assertEqual({"cv-job-service", "pdf-worker"}, set(knowing))

    def test_the_sealing_key_reaches_those_who_seal_and_nobody_else(self):
        knowing = [module for module in ports.MODULES if "CAPITUNE_SEALING_KEY" in self.env_of(module)]
        self.assertEqual({"auth-service", "cv-job-service", "notification-service"}, set(knowing))

    def test_services_are_told_each_others_addresses(self):
        env = self.env_of("portal-service")
        self.assertEqual("http://127.0.0.1:8082", env["CAPITUNE_CV_JOB_URL"])
        self.assertEqual("http://127.0.0.1:8081", env["CAPITUNE_AUTH_URL"])

    def test_gateway_and_services_trust_the_same_proxies(self):
        given = {"CAPITUNE_TRUSTED_PROXIES": "10.0.0.5, 2001:db8::/48"}
        settings = self.settings(**given)
        self.assertIn("--entrypoints.web.forwardedheaders.trustedips=10.0.0.5,2001:db8::/48",
                      gateway.arguments(settings, ports.Ports()))
        told = [env["CAPITUNE_TRUSTED_PROXIES"]
                for env in (gateway.variables(settings, ports.Ports()), self.env_of("auth-service", **given))]
        self.assertEqual(["10.0.0.5,2001:db8::/48"] * 2, told)

    def test_fixed_ports_gain_and_lose_workers_at_the_end(self):
        self.assertEqual([8091, 8092, 8093], ports.choose(self.settings(), 3, False).workers)
        self.assertEqual([8091], ports.choose(self.settings(), 1, True).workers)

    def test_automatic_ports_are_all_different_and_kept(self):
        settings = self.settings(CAPITUNE_PORTS="auto")
        first = ports.choose(settings, 2, False)
        self.assertEqual(len(first.all()), len(set(first.all().values())))
        self.assertEqual(first, ports.choose(settings, 2, False))

    def test_a_running_automatic_system_gains_a_worker_and_keeps_the_rest(self):
        first = ports.choose(self.settings(CAPITUNE_PORTS="auto"), 1, False)
        more = ports.choose(self.settings(), 2, True)
        self.assertEqual(first.workers, more.workers[:1])
        self.assertIn(more.workers[1], ports.AUTO_RANGE)

    def test_the_gateway_port_alone_can_be_chosen(self):
        chosen = ports.choose(self.settings(CAPITUNE_HTTP_PORT="9090"), 1, False)
        self.assertEqual((9090, 8081), (chosen.gateway, chosen.services["auth-service"]))

    def test_outside_local_mode_the_gateway_listens_to_the_world(self):
        self.assertEqual("127.0.0.1", gateway.http_host(self.settings()))
        self.assertEqual("0.0.0.0", gateway.http_host(self.settings(CAPITUNE_LOCAL="false")))

    def test_the_module_behind_a_process(self):
        self.assertEqual("pdf-worker", module_of("pdf-worker-12"))
        self.assertEqual("auth-service", module_of("auth-service"))

    def test_logs_of_earlier_runs_are_kept_three_deep(self):
        log = self.path / "a.log"
        for run in range(5):
            log.write_text(str(run))
            logs.rotate(log)
        kept = [(self.path / f"a.{i}.log").read_text() for i in (1, 2, 3)]
        self.assertEqual(["4", "3", "2"], kept)
        self.assertFalse((self.path / "a.4.log").exists())

    def test_reports_are_summed_and_errors_are_failures(self):
        reports = self.path / "m/target/surefire-reports"
        reports.mkdir(parents=True)
        (reports / "TEST-a.xml").write_text('<testsuite tests="5" failures="1" errors="1" skipped="1"/>')
        (reports / "TEST-b.xml").write_text('<testsuite tests="2" failures="0" errors="0" skipped="0"/>')
        self.assertEqual(testing.Totals(4, 2, 1), testing.count_reports(self.path, 0))
