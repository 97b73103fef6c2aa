"""The columns of a list as somebody goes through them before it is imported."""

from tests.workbench.imports.sheets import given, pasted
from workbench.imports.headings import ColumnRow, column_rows
from workbench.imports.mapping import recognise
from workbench.imports.packages import column_letters, column_number
from workbench.screen import ImportKind


def rows(sheet, columns):
    return column_rows(sheet, columns)


def test_every_column_says_where_it_is_what_heads_it_and_how_it_begins(bench):
    sheet = pasted(("石䶮", "", "走访两次"), header=("姓名", "性别", "情况"))
    assert rows(sheet, given(bench, sheet).columns) == [
        ColumnRow(0, "A", "姓名", "石*", "name"),
        ColumnRow(1, "B", "性别", "", "sex"),
        ColumnRow(2, "C", "情况", "走访**", None),
    ]


def test_a_list_without_headers_is_told_by_what_stands_in_it():
    sheet = pasted(header=("石䶮", "男"))
    columns = recognise(sheet, ImportKind.PATIENTS)
    assert [(row.letters, row.header, row.sample) for row in rows(sheet, columns)] == [
        ("A", "", "石*"),
        ("B", "", "男*"),
    ]


def test_a_field_is_meant_by_one_column_only(bench):
    sheet = pasted(("石䶮", "石"), header=("姓名", "称呼"))
    columns = given(bench, sheet).columns.assigned(1, "name")
    assert [row.key for row in rows(sheet, columns)] == [None, "name"]
    assert [row.key for row in rows(sheet, columns.assigned(1, None))] == [None, None]


def test_columns_are_named_as_sheets_do():
    letters = ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
    assert [column_letters(column_number(each)) for each in letters] == letters
