"""Every requirement is shown by tests that exist, or says what is still open."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = tomllib.loads((ROOT / "tests/requirements.toml").read_text("utf-8"))
# How many requirements each source has.
SOURCES = {"000": 30, "001": 15, "002": 26, "003": 30, "004": 17}
OPEN = re.compile(r"(outside|later|paper|screens): \S.+")


@cache
def names_in(file):
    """The names of the tests of a file."""
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {
        found.name
        for found in tree.body
        if isinstance(found, ast.FunctionDef) and found.name.startswith("test_")
    }


def exists(test):
    file, _, name = test.partition("::")
    return (ROOT / file).is_file() and name in names_in(file)


def test_every_requirement_is_listed_once_and_in_order():
    numbers = [f"{source}-{n:02}" for source, last in SOURCES.items() for n in range(1, last + 1)]
    assert list(TABLE) == numbers


@pytest.mark.parametrize("number", TABLE)
def test_a_requirement_is_shown_or_says_what_is_open(number):
    row = TABLE[number]
    assert row.keys() <= {"holds", "shown_by", "open"}
    assert row["holds"].endswith(".")
    assert row.get("shown_by") or row.get("open")
    assert "open" not in row or OPEN.fullmatch(row["open"])


@pytest.mark.parametrize("number", [n for n in TABLE if "shown_by" in TABLE[n]])
def test_the_tests_that_show_a_requirement_exist(number):
    tests = TABLE[number]["shown_by"]
    assert [test for test in tests if not exists(test)] == []
    assert len(tests) == len(set(tests))


def test_a_test_that_is_gone_is_noticed():
    here = Path(__file__).relative_to(ROOT).as_posix()
    assert exists(f"{here}::test_a_test_that_is_gone_is_noticed")
    assert not exists(f"{here}::test_nothing_at_all")
    assert not exists("tests/test_nowhere.py::test_nothing_at_all")
