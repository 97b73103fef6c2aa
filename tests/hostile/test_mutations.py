"""Lists that went wrong in any way are read or refused, and nothing else happens."""

import time

import pytest
import sqlalchemy as sa
from python_calamine import CalamineWorkbook

from tests.hostile.attempts import READ, outcome
from tests.hostile.bombs import good
from tests.hostile.mutations import mutated
from workbench.imports.errors import _UNREADABLE
from workbench.imports.reading import Spreadsheet

BATCHES, IN_A_BATCH = 8, 25
MORE = 20
KNOWN = {READ, *_UNREADABLE} - {"too_slow", "missing", "unreachable"}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_list_gone_wrong_is_read_or_refused(bench, tmp_path, full, batch):
    count = IN_A_BATCH * (MORE if full else 1)
    path = tmp_path / "list.xlsx"
    found = {}
    for seed in range(batch * count, (batch + 1) * count):
        path.write_bytes(mutated(seed))
        found[seed] = outcome(bench, path)
    assert {seed: said for seed, said in found.items() if said not in KNOWN} == {}
    assert len(set(found.values())) > 2  # otherwise the lists did not go wrong in different ways


@pytest.fixture
def path(tmp_path):
    """A workbook cut off in the middle."""
    (tmp_path / "list.xlsx").write_bytes(good()[:700])
    return tmp_path / "list.xlsx"


def test_the_harness_notices_a_raw_exception(bench, path):
    assert outcome(bench, path, CalamineWorkbook.from_path) == "it raised ZipError"


def test_the_harness_notices_a_preview_that_breaks(bench, path):
    assert outcome(bench, path, lambda _: None).startswith("its preview raised")


def test_the_harness_notices_a_hang(bench, path):
    assert outcome(bench, path, lambda _: time.sleep(1), patience=0.2) == "it hangs"


def test_the_harness_notices_a_write(bench, path):
    def writes(_):
        with bench.store.writing() as session:
            session.execute(sa.text("INSERT INTO patient (registered_on) VALUES ('2026-11-25')"))
        return Spreadsheet(())

    assert outcome(bench, path, writes) == "it wrote to the store"
