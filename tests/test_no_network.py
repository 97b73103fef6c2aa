"""The program opens no network connection, ever."""

import subprocess
import sys

from tests.builders import environment

# Python tells this hook of every socket before it exists.
WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith("socket."):
        print("SOCKET", event, flush=True)
        raise SystemExit(9)
sys.addaudithook(watch)
"""
MONTH = """
from workbench.__main__ import main
folder = sys.argv[1]
codes = [main(["demo", folder]), main(["verify", "--store", folder]),
         main(["documents", "--store", folder, "--meeting", "2", "--to", folder + "/again"]),
         main(["backup", "--store", folder, "--to", folder + "/copy"])]
sys.exit(any(codes))
"""


def watched(script, *arguments):
    variables = {**environment(), "CASE_WORKBENCH_PASSWORD": "shili-kouling"}
    # Looking for a key store asks the session bus, which is a socket of this computer.
    variables["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    return subprocess.run(
        [sys.executable, "-c", WATCHED + script, *arguments],
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_whole_month_on_the_command_line_opens_no_socket(tmp_path):
    done = watched(MONTH, str(tmp_path / "demo"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SOCKET" not in done.stdout


def test_the_watch_notices_a_socket():
    assert watched("import socket; socket.socket()").returncode == 9
