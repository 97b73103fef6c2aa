"""A list is read by a process of its own, from a workbook, a text file or the clipboard."""

import sys
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.workbench.imports.sheets import workbook
from workbench.imports.errors import SheetUnreadable
from workbench.imports.reading import Child, Number, read_pasted, read_spreadsheet

ROWS = [["姓名", "村组"], ["石䶮", "梧桐村3组"], ["阿依努尔·买买提", "柳溪村"]]
TEXT = "\n".join(",".join(row) for row in ROWS)


def cells(sheet):
    return [list(row.cells) for row in sheet.rows]


def test_a_workbook_keeps_text_numbers_and_days_apart(tmp_path):
    row = [
        "石䶮",
        99010119800229.0,
        date(1980, 2, 29),
        datetime.combine(date(2026, 11, 25), time(8, 30)),
        True,
    ]
    sheet = read_spreadsheet(workbook(tmp_path / "a.xlsx", row))
    assert cells(sheet) == [
        ["石䶮", Number(99010119800229.0), date(1980, 2, 29), "2026-11-25 08:30:00", "是"]
    ]


def test_rows_keep_the_numbers_the_sheet_shows(tmp_path):
    path = workbook(tmp_path / "a.xlsx", B4="姓名", B5=" ", B9="石䶮")
    assert [row.number for row in read_spreadsheet(path).rows] == [4, 9]
    assert read_spreadsheet(path).rows[0][1] == "姓名"
    assert read_spreadsheet(path).rows[0][7] is None


def test_a_cell_merged_over_rows_stands_in_each(tmp_path):
    path = workbook(
        tmp_path / "a.xlsx",
        ["村组", "姓名"],
        ["梧桐村", "石䶮"],
        [None, "仇小满"],
        [None, "丘迟"],
        merged=["A2:A3"],
    )
    assert cells(read_spreadsheet(path))[1:] == [
        ["梧桐村", "石䶮"],
        ["梧桐村", "仇小满"],
        [None, "丘迟"],
    ]


def test_the_first_sheet_that_is_shown_and_not_empty_is_read(tmp_path):
    book = Workbook()
    book.active.append(["藏起来的"])
    book.active.sheet_state = "hidden"
    book.create_sheet("空的")
    book.create_sheet("名册").append(["姓名"])
    book.save(tmp_path / "a.xlsx")
    sheet = read_spreadsheet(tmp_path / "a.xlsx")
    assert (sheet.name, sheet.sheets, cells(sheet)) == ("名册", 2, [["姓名"]])


def test_a_workbook_that_counts_from_1904_says_so(tmp_path):
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([date(1980, 2, 29), 44889])
    book.save(tmp_path / "a.xlsx")
    sheet = read_spreadsheet(tmp_path / "a.xlsx")
    assert sheet.epoch == date(1904, 1, 1)
    assert cells(sheet) == [[date(1980, 2, 29), Number(44889.0)]]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_each_coding(tmp_path, coding):
    (tmp_path / "a.csv").write_text(TEXT, coding)
    assert cells(read_spreadsheet(tmp_path / "a.csv")) == ROWS


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
def test_text_is_read_with_each_delimiter(tmp_path, delimiter):
    (tmp_path / "a.txt").write_text(TEXT.replace(",", delimiter), "utf-8")
    assert cells(read_spreadsheet(tmp_path / "a.txt")) == ROWS


def test_what_the_file_is_called_does_not_matter(tmp_path):
    workbook(tmp_path / "a.xlsx", *ROWS).rename(tmp_path / "a.csv")
    assert cells(read_spreadsheet(tmp_path / "a.csv")) == ROWS


def test_pasted_rows_may_hold_commas_quotes_and_line_breaks():
    sheet = read_pasted('姓名\t住址\r\n石䶮\t"梧桐村,3组\n""东头"""\r\n\r\n仇小满\t柳溪村\r\n')
    assert cells(sheet) == [
        ["姓名", "住址"],
        ["石䶮", '梧桐村,3组\n"东头"'],
        ["仇小满", "柳溪村"],
    ]
    assert [row.number for row in sheet.rows] == [1, 2, 4]


def test_a_long_paste_reaches_the_process_whole():
    sheet = read_pasted("\n".join(f"龚砚{n}\t{'梧桐村' * 20}" for n in range(20_000)))
    assert (len(sheet.rows), sheet.rows[-1][0]) == (20_000, "龚砚19999")


def reason_of(path, child=None):
    with pytest.raises(SheetUnreadable) as refusal:
        read_spreadsheet(path, child)
    assert "读不出来" in refusal.value.message
    assert refusal.value.next_step
    return refusal.value.reason


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert reason_of(tmp_path / "没有.xlsx") == "missing"
    assert reason_of(tmp_path) == "missing"


def test_an_empty_paste_is_refused():
    with pytest.raises(SheetUnreadable, match="没有内容"):
        read_pasted(" \n \n")


def planted(script, **limits):
    return Child(command=(sys.executable, "-c", script), **limits)


SAYS_NOTHING_GOOD = {
    "nothing at all": "",
    "no language of ours": "print('hello')",
    "not even text": "import sys; sys.stdout.buffer.write(bytes(range(256)))",
    "fewer rows than it says": 'print(\'{"sheet":"","sheets":1,"epoch":"1899-12-30"}\')'
    "\nprint('[1,\"x\"]')\nprint('{\"end\":2}')",
    "an unknown reason": 'print(\'{"refused":"whim"}\')',
    "cells of no known kind": 'print(\'{"sheet":"","sheets":1,"epoch":"1899-12-30"}\')'
    "\nprint('[1,[]]')\nprint('{\"end\":1}')",
    "a crash after a good answer": 'print(\'{"sheet":"","sheets":1,"epoch":"1899-12-30"}\')'
    "\nprint('{\"end\":0}', flush=True)\nimport os; os.abort()",
    "an end of its own": "raise SystemExit(7)",
}


@pytest.mark.parametrize("saying", SAYS_NOTHING_GOOD)
def test_a_process_that_says_nothing_good_is_one_refusal(tmp_path, saying):
    path = workbook(tmp_path / "a.xlsx", *ROWS)
    assert reason_of(path, planted(SAYS_NOTHING_GOOD[saying])) == "stopped"


def test_a_program_that_cannot_be_started_is_one_refusal(tmp_path):
    path = workbook(tmp_path / "a.xlsx", *ROWS)
    assert reason_of(path, Child(command=(str(tmp_path / "nothing"),))) == "stopped"
