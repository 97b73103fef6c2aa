"""The program opens no network connection, ever."""

import subprocess
import sys

import pytest

from tests.builders import environment
from tests.workbench.imports.sheets import HEADER, id_number, workbook
from workbench.imports.errors import SheetUnreadable
from workbench.imports.reading import Child, read_spreadsheet

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
         main(["backup", "--store", folder, "--to", folder + "/copy"]),
         main(["import", sys.argv[2], "--store", folder, "--kind", "patients"])]
sys.exit(any(codes))
"""
PARSING = "import runpy; runpy.run_module('workbench.imports.parsing', run_name='__main__')"


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


@pytest.fixture
def sheet(tmp_path):
    who = ["郜长风", id_number(), "男", "1980-02-29", "梧桐村3组", "精神分裂症"]
    return workbook(tmp_path / "名册.xlsx", HEADER, who)


def test_a_whole_month_on_the_command_line_opens_no_socket(tmp_path, sheet):
    done = watched(MONTH, str(tmp_path / "demo"), str(sheet))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "SOCKET" not in done.stdout
    assert "新增1行" in done.stdout


def parsed(sheet, script):
    """A sheet read by a process that runs the script under watch, in the place of its own."""
    return read_spreadsheet(sheet, Child((sys.executable, "-P", "-c", WATCHED + script)))


def test_the_process_that_reads_a_list_opens_no_socket(sheet):
    assert len(parsed(sheet, PARSING).rows) == 2


def test_the_watch_notices_a_socket(sheet):
    assert watched("import socket; socket.socket()").returncode == 9
    with pytest.raises(SheetUnreadable):
        parsed(sheet, f"import socket; socket.socket(); {PARSING}")
