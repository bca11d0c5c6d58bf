import os
import signal
import socket
import subprocess
import unittest

from cli import processes


class ProcessesTest(unittest.TestCase):
    def sleeper(self, **env):
        process = subprocess.Popen(["sleep", "60"], env={**os.environ, **env})
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def test_a_process_of_another_start_time_is_not_signalled(self):
        process = self.sleeper()
        self.assertFalse(processes.send(process.pid, "another", signal.SIGKILL))
        self.assertIsNone(process.poll())

    def test_a_process_of_ours_is_signalled(self):
        process = self.sleeper()
        self.assertTrue(processes.send(process.pid, processes.started(process.pid), signal.SIGTERM))
        self.assertEqual(-signal.SIGTERM, process.wait(5))

    def test_one_that_ended_but_was_not_waited_for_is_not_alive(self):
        process = self.sleeper()
        began = processes.started(process.pid)
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        self.assertFalse(processes.is_alive(process.pid, began))

    @unittest.skipUnless(processes.PROC.joinpath("self/environ").exists(), "marks are read from /proc")
    def test_what_carries_the_mark_is_killed_and_nothing_else(self):
        marked, other = self.sleeper(CAPITUNE_PROCESS="/t:one"), self.sleeper(CAPITUNE_PROCESS="/t:one-2")
        self.assertEqual(1, processes.kill_marked("/t:one"))
        self.assertEqual(-signal.SIGKILL, marked.wait(5))
        self.assertIsNone(other.poll())

    def test_the_holder_of_a_port_is_named(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            self.assertFalse(processes.port_is_free(port))
            self.assertEqual(os.getpid(), processes.listener(port)[0])
        self.assertTrue(processes.port_is_free(port))
