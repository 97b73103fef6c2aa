"""Checking every row of a list before anything is compared or written."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date

from data.import_codes import ImportKind
from data.register_codes import Economy
from workbench.imports.cells import Misread, value_of
from workbench.imports.mapping import Columns
from workbench.imports.reading import Row, Spreadsheet
from workbench.rules.dates import said
from workbench.rules.id_numbers import IdNumber, WrongId, read_id_number
from workbench.rules.rough_days import RoughDay

_CLOSING_WORDS = ("合计", "总计", "小计", "填表人", "制表", "备注", "说明", "注：", "注:")


@dataclass(frozen=True)
class Problem:
    """Something wrong in one row; the row is not imported as long as it stands."""

    row: int
    column: str
    words: str

    @property
    def sentence(self) -> str:
        """Where it is and what it is."""
        return f"第{self.row}行：{self.column}{self.words}"


@dataclass(frozen=True)
class Line:
    """One row fit to be imported: what it says, by field. What it leaves empty is not there."""

    row: int
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        """The words of a field; empty where the row has none."""
        return str(self.values.get(key) or "")


@dataclass
class Checked:
    """The rows that are fit, what is wrong with the others, and what is worth a look."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def check(sheet: Spreadsheet, columns: Columns, today: date) -> Checked:
    """Read every row below the header; raise ColumnsMissing where the list cannot be one."""
    columns.require_complete()
    found = Checked()
    for row in sheet.rows:
        if row.number <= columns.header_row or _is_header(row, columns):
            continue
        if _closes_the_list(row):
            found.notices.append(f"第{row.number}行像是合计或说明，没有导入")
            continue
        _check_row(row, sheet, columns, today, found)
    _refuse_repeated(columns, found)
    if sheet.sheets > 1:
        others = sheet.sheets - 1
        found.notices.append(f"只读了工作表“{sheet.name}”，另外{others}张没有读")
    if any(key == "level" for _, key in columns.meanings):
        found.notices.append(f"{columns.header('level')}只作核对，没有导入：临床等级来自随访记录")
    if columns.unused:
        found.notices.append(f"这些列没有导入：{'、'.join(columns.unused)}")
    return found


def _check_row(row: Row, sheet: Spreadsheet, columns: Columns, today: date, found: Checked) -> None:
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for position, key in columns.meanings:
        try:
            value = value_of(key, row[position], sheet.epoch)
        except Misread as misread:
            wrong[key] = misread.words
        else:
            if value is not None:
                values[key] = value
    if not values and not wrong:
        return  # numbered beforehand, or only filled in columns that are not imported
    if columns.kind is ImportKind.PATIENTS:
        _check_patient(row.number, values, wrong, today, found.notices)
    else:
        wrong |= {k: "没有填写" for k in ("name", "role", "unit") if k not in {**values, **wrong}}
    if wrong:
        found.problems += [Problem(row.number, columns.header(k), w) for k, w in wrong.items()]
    else:
        found.lines.append(Line(row.number, values))


def _check_patient(
    row: int,
    values: dict[str, object],
    wrong: dict[str, str],
    today: date,
    notices: list[str],
) -> None:
    """Hold the fields of a patient against each other and complete them from the ID number."""
    if "name" not in values and "name" not in wrong:
        wrong["name"] = "没有填写"
    if "id_number" in values:
        _follow_id_number(row, values, wrong, today, notices)
    if "sex" not in {**values, **wrong} and "id_number" not in wrong:
        wrong["sex"] = "没有填写，也没有身份证号可以推出"
    for key in ("born_on", "onset"):
        day = values.get(key)
        day = day.on if isinstance(day, RoughDay) else day
        if isinstance(day, date) and day > today:
            wrong[key] = f"{said(day)}还没有到"
    if values.get("economy") is Economy.UNCLEAR:
        wrong["economy"] = "“不详”只在2011年版表格里有，不清楚的请空着"


def _follow_id_number(
    row: int,
    values: dict[str, object],
    wrong: dict[str, str],
    today: date,
    notices: list[str],
) -> None:
    found = read_id_number(str(values["id_number"]), on=today)
    if isinstance(found, WrongId):
        wrong["id_number"] = f"不对：{found.because}"
        return
    values["id_number"] = found.number
    notices += [f"第{row}行：{warning}" for warning in found.warnings]
    _agree(values, wrong, found)


def _agree(values: dict[str, object], wrong: dict[str, str], found: IdNumber) -> None:
    """Where the row also states what the ID number says, both have to say the same."""
    if "born_on" not in wrong and values.setdefault("born_on", found.born_on) != found.born_on:
        wrong["born_on"] = f"与身份证号里的{said(found.born_on)}不一致"
    if "sex" not in wrong and values.setdefault("sex", found.sex) != found.sex:
        wrong["sex"] = f"与身份证号推出的“{found.sex.label}”不一致"


def _refuse_repeated(columns: Columns, found: Checked) -> None:
    """Of several rows about one person only the first is kept; the others are named."""
    first: dict[Hashable, int] = {}
    kept = []
    for line in found.lines:
        looked_for, left = _identities(columns.kind, line)
        earlier = [first[key] for key in looked_for if key in first]
        if earlier:
            words = f"与第{earlier[0]}行是同一个人，重复了"
            found.problems.append(Problem(line.row, columns.header("name"), words))
            continue
        first |= dict.fromkeys(left, line.row)
        kept.append(line)
    found.lines = kept
    found.problems.sort(key=lambda problem: problem.row)


def _identities(kind: ImportKind, line: Line) -> tuple[list[Hashable], list[Hashable]]:
    """By what a row is found to repeat an earlier one, and what it leaves for later ones.

    Two ID numbers tell two people of one name and birth date apart; one alone does not.
    """
    name = line.values["name"]
    if kind is ImportKind.MEMBERS:
        return [(name, line.values["role"])], [(name, line.values["role"])]
    number = line.values.get("id_number")
    person = name, line.values.get("born_on")
    if number:
        return [number, ("unnumbered", person)], [number, person]
    return [person], [person, ("unnumbered", person)]


def _is_header(row: Row, columns: Columns) -> bool:
    """Lists printed page by page repeat their header."""
    said_again = tuple(cell if isinstance(cell, str) else "" for cell in row.cells)
    return (
        bool(columns.headers) and tuple(" ".join(c.split()) for c in said_again) == columns.headers
    )


def _closes_the_list(row: Row) -> bool:
    first = next((cell for cell in row.cells if cell is not None), None)
    return isinstance(first, str) and first.replace(" ", "").startswith(_CLOSING_WORDS)
