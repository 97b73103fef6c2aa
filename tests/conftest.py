"""A fresh encrypted file for each test, on a day of the test's own choosing."""

from __future__ import annotations

import gc
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing a test does may reach the data of whoever runs it.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="workbench-tests-")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import pytest
from hypothesis import settings

from tests.builders import Clock, a_running_meeting, a_store, a_team

settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.load_profile("steady")

FULL = "--full"


def pytest_addoption(parser):
    parser.addoption(FULL, action="store_true", help="run the long counts too")


def pytest_collection_finish():
    """Set aside what stays to the end: thousands of collected tests need no second look."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def full(request):
    """Whether the long counts were asked for."""
    return request.config.getoption(FULL)


@pytest.fixture
def clock():
    """A clock that stands until a test moves it: 25 November 2026, 14:30 in Beijing."""
    return Clock(datetime(2026, 11, 25, 6, 30, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where the store of a test lies."""
    return tmp_path / "store"


@pytest.fixture
def bench(folder, clock):
    """An open store with nothing in it."""
    opened = a_store(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def team(bench):
    """A team of six and three cases, by name and number."""
    return a_team(bench)


@pytest.fixture
def meeting(bench, team):
    """A meeting in session with the three cases on its agenda."""
    return a_running_meeting(bench, team)


@pytest.fixture(autouse=True)
def quiet_log(caplog):
    """A test fails when the program logs a warning it did not expect."""
    yield
    loud = [
        r.getMessage() for r in caplog.get_records("call") if r.levelname in {"WARNING", "ERROR"}
    ]
    assert not loud or getattr(caplog, "expected", False), loud
