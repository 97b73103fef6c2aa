"""No file, however it was made, hangs the program, crashes it, or reaches the store."""

import sys

import pytest

from tests.hostile.attempts import READ, outcome
from tests.hostile.bombs import BOMBS, good, plant
from workbench.imports.errors import SheetUnreadable
from workbench.imports.reading import Child, read_spreadsheet


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_or_bounded(bench, tmp_path, name):
    assert outcome(bench, plant(tmp_path, name)) in BOMBS[name][1]


def test_the_workbook_the_bombs_are_made_from_is_good(bench, tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(good())
    assert outcome(bench, path) == READ
    assert [list(row.cells) for row in read_spreadsheet(path).rows] == [
        ["姓名", "性别"],
        ["郜长风", "男"],
    ]


def test_no_place_of_a_cut_reads_as_something_else(bench, tmp_path):
    path = tmp_path / "list.xlsx"
    whole = good()
    for length in range(1, len(whole), len(whole) // 25):
        path.write_bytes(whole[:length])
        assert outcome(bench, path) in {"damaged", "not_text", READ} - (
            {READ} if length > 3 else set()
        )


def refused(path, script, **limits):
    child = Child(command=(sys.executable, "-c", script), **limits)
    with pytest.raises(SheetUnreadable) as refusal:
        read_spreadsheet(path, child)
    return refusal.value.reason


@pytest.fixture
def path(tmp_path):
    """A good workbook; what is wrong is the process that is to read it."""
    (tmp_path / "list.xlsx").write_bytes(good())
    return tmp_path / "list.xlsx"


HANGING = "import time; time.sleep(600)"


def test_a_process_that_hangs_is_ended_at_its_deadline(path):
    assert refused(path, HANGING, seconds=0.5) == "too_slow"


def test_so_is_one_that_hangs_after_it_closed_its_end(path):
    script = f"import os; os.close(1); {HANGING}"
    assert refused(path, script, seconds=0.5) == "too_slow"


def test_so_is_all_that_it_started(path, tmp_path):
    """The second process would leave a mark after the first is gone, were it still there."""
    mark, ready = tmp_path / "mark", tmp_path / "ready"
    second = (
        f"import pathlib, time; pathlib.Path({str(ready)!r}).touch(); time.sleep(2); "
        f"pathlib.Path({str(mark)!r}).touch()"
    )
    first = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {second!r}])"
    assert refused(path, first, seconds=1) == "too_slow"
    assert ready.exists()
    assert refused(path, HANGING, seconds=2.5) == "too_slow"  # the time the second had asked for
    assert not mark.exists()


def test_a_process_that_never_stops_talking_is_ended(path):
    script = "import sys\nwhile True: sys.stdout.write('[1]\\n' * 9999)"
    assert refused(path, script, most_output=1 << 20) == "too_large"


@pytest.mark.parametrize(
    "script",
    ["import os; os.abort()", "raise RuntimeError", "import os, signal; os.kill(os.getpid(), 9)"],
)
def test_a_process_that_crashes_is_one_refusal(path, script):
    assert refused(path, script) == "stopped"


EATING = "kept = bytearray(1 << 30); raise SystemExit(2)"
LIMITED = f"from workbench.imports.parsing import limit_self; limit_self(); {EATING}"


def test_a_process_may_not_eat_more_memory_than_its_share(path):
    """It ends differently without its limit: with code 2 and without a word."""
    script = f'try:\n exec({LIMITED!r})\nexcept MemoryError:\n print(\'{{"refused":"too_large"}}\')'
    assert refused(path, script) == "too_large"
    assert refused(path, script.replace("limit_self();", "")) == "stopped"


def test_a_process_may_not_write_files(path, tmp_path):
    written = tmp_path / "written"
    script = (
        "from workbench.imports.parsing import limit_self\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); limit_self()\n"
        f"open({str(written)!r}, 'w').write('x')"
    )
    assert refused(path, script) == "stopped"
    assert written.read_bytes() == b""


def test_a_process_is_not_told_the_password(path, monkeypatch):
    monkeypatch.setenv("CASE_WORKBENCH_PASSWORD", "geheim")
    script = (
        "import os, sys\n"
        "if any('geheim' in v for v in os.environ.values()): os.abort()\n"
        'print(\'{"refused":"empty"}\'); sys.exit(2)'
    )
    assert refused(path, script) == "empty"
