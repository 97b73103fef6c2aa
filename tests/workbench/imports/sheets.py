"""Lists for tests: written as workbooks, text files or pasted rows. All people are invented."""

from openpyxl import Workbook

from data.import_codes import ImportKind
from workbench.imports.applying import GivenList, preview_import
from workbench.imports.mapping import offer_columns
from workbench.imports.reading import read_pasted, read_spreadsheet
from workbench.rules.id_numbers import check_digit

HEADER = ("姓名", "身份证号", "性别", "出生日期", "村组", "诊断")
MEMBER_HEADER = ("姓名", "角色", "单位", "职务", "电话")


def id_number(born="19800229", sequence=1):
    """A valid number of an area that does not exist."""
    body = f"990101{born}{sequence:03}"
    return body + check_digit(body)


def workbook(path, *rows, merged=(), **cells):
    """Save rows as a workbook; `merged` ranges and single cells by their address come after."""
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for address, value in cells.items():
        sheet[address] = value
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def patients(path, *rows, header=HEADER):
    """A workbook of patients, read."""
    return read_spreadsheet(workbook(path / "名册.xlsx", header, *rows))


def pasted(*rows, header=HEADER):
    """Rows as they come from the clipboard, read."""
    return read_pasted("\n".join("\t".join(row) for row in (header, *rows)))


def given(bench, sheet, kind=ImportKind.PATIENTS, **more):
    """A list with its columns as they are offered."""
    return GivenList(sheet, offer_columns(bench, sheet, kind), **more)


def previewed(bench, sheet, kind=ImportKind.PATIENTS, **more):
    """What importing a list would do."""
    return preview_import(bench, given(bench, sheet, kind, **more))


def sentences(preview):
    """The problems of a preview as the user reads them."""
    return [problem.sentence for problem in preview.problems]
