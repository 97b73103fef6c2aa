"""Columns that are taken out together are kept under names."""

import pytest

from data.codes import AccountKind
from tests.builders import at_bench, reopened
from workbench.column_sets import drop_column_set, list_column_sets, save_column_set
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.patient_export import ExportColumn, NothingToExport

LEVEL, NAME = ExportColumn.LEVEL, ExportColumn.NAME


def test_a_set_comes_back_in_the_order_of_the_list_and_the_later_one_of_a_name_stands(bench):
    save_column_set(bench, "报派出所", [NAME])
    key = save_column_set(bench, "报派出所", [LEVEL, NAME])
    again = reopened(bench)
    (only,) = list_column_sets(again)
    assert (only.id, only.name, only.columns) == (key, "报派出所", (NAME, LEVEL))
    again.close()


def test_a_set_is_dropped_once(bench):
    key = save_column_set(bench, "报派出所", [NAME])
    drop_column_set(bench, key)
    assert list_column_sets(bench) == []
    with pytest.raises(NotFound):
        drop_column_set(bench, key)


def test_a_set_has_a_name_and_columns_and_is_kept_by_those_who_may(bench):
    with pytest.raises(EmptyField):
        save_column_set(bench, " ", [NAME])
    with pytest.raises(NothingToExport):
        save_column_set(bench, "报派出所", [])
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        save_column_set(reader, "报派出所", [NAME])
