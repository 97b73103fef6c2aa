"""Lists that come as old Excel workbooks or as OpenDocument sheets."""

from datetime import date
from pathlib import Path

import pytest

from tests.workbench.imports.open_sheets import REST, cell, day, open_sheet, row
from workbench.imports.errors import SheetUnreadable
from workbench.imports.reading import Number, read_spreadsheet

OLD = Path(__file__).with_name("old.xls")
HEADER = row(cell("姓名"), cell("出生日期"))
WHO = row(cell("石䶮"), day("1980-02-29"))


def cells(path):
    return [list(row.cells) for row in read_spreadsheet(path).rows]


def reason_of(path):
    with pytest.raises(SheetUnreadable) as refusal:
        read_spreadsheet(path)
    return refusal.value.reason


def test_an_old_workbook_is_read_like_a_new_one():
    sheet = read_spreadsheet(OLD)
    assert (sheet.name, sheet.sheets) == ("名册", 1)
    assert cells(OLD)[1:] == [
        ["龚砚秋", "女", date(1980, 2, 29), "梧桐村3组", "双相障碍", Number(20110017.0)],
        ["阿依努尔·买买提", "女", date(1975, 5, 1), "梧桐村3组", "精神分裂症"],
    ]


def test_an_open_document_sheet_is_read_however_far_it_is_empty(tmp_path):
    path = open_sheet(tmp_path / "a.ods", HEADER, WHO, REST)
    assert cells(path) == [["姓名", "出生日期"], ["石䶮", date(1980, 2, 29)]]


HOSTILE = {
    "cells repeated without end": ((row(cell("x", columns_repeated=99999)),), "too_many_columns"),
    "rows repeated without end": ((row(cell("x"), times=999999),), "too_many_rows"),
    "one cell far below": ((HEADER, REST, WHO), "too_many_rows"),
    "a count that is none": ((row(cell("x", columns_repeated="-1")),), "damaged"),
    "cells merged over rows": ((HEADER, row(cell("x", rows_spanned=2))), "merged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_open_document_sheet_is_counted_before_it_is_read(tmp_path, name):
    rows, reason = HOSTILE[name]
    assert reason_of(open_sheet(tmp_path / "a.ods", *rows)) == reason


def test_an_open_document_sheet_that_declares_entities_is_refused(tmp_path):
    doctype = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx">]>'
    assert reason_of(open_sheet(tmp_path / "a.ods", HEADER, doctype=doctype)) == "entities"


def test_a_locked_new_workbook_and_an_old_letter_are_told_apart(tmp_path):
    container = OLD.read_bytes()
    book = "Workbook".encode("utf-16-le")
    for inside, reason in (("EncryptedPackage", "locked"), ("WordDoc", "not_a_sheet")):
        path = tmp_path / "a.xls"
        path.write_bytes(container.replace(book, inside.encode("utf-16-le")))
        assert reason_of(path) == reason


def test_half_an_old_workbook_is_refused(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(OLD.read_bytes()[:3000])
    assert reason_of(path) in {"damaged", "not_a_sheet"}
