"""Room for ink: the grid at the end, a row, the strip of every page, cases against people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil

from forms.answers import Answers, number_of, text_of
from forms.blocks import (
    Block,
    Break,
    Cell,
    Face,
    Group,
    Line,
    Role,
    Row,
    SignatureGrid,
    Signer,
    Table,
    Text,
)
from forms.definition import Signatures, SignMatrix, SignRow, SignStrip
from forms.filled import Filled
from forms.pages import Strip
from forms.wording import UNKNOWN, WIDE_SPACE, column_name, form, level, name, strong

DAY = (form(f"月{WIDE_SPACE}日"),)
NAME_ROW = 7.0
STRIP_LABEL, STRIP_ROW = 18.0, 13.5
LATER = "补签、代签注明："
NUMBER, CASE, LEVEL = 9.0, 41.0, 22.0
MOST_TO_A_PAGE = 7
MATRIX_HEAD, DATE_ROW = 13.0, 12.0
MATRIX_ROOM, ROOMY_CASE, LEAST_CASE = 115.0, 16.4, 12.5
BLANK_CASES = 7
MOST_CASES = 9


def signers_of(rows: Sequence[Answers]) -> tuple[Signer, ...]:
    """The people as they stand in the answers."""
    keys = ("key", "role", "name", "absent")
    return tuple(Signer(*(text_of(row, key) for key in keys)) for row in rows)


def signatures(part: Signatures, filled: Filled) -> Iterator[Block]:
    """The grid under its sentence."""
    white: list[Answers] = [{"role": role} for role in part.roles] if filled.blank else []
    rows = [*filled.rows(part.field), *white]
    if not rows:
        return
    if part.sentence:
        yield Text(((form(part.sentence),),), indented=False)
    yield SignatureGrid(signers_of(rows))


def sign_row(part: SignRow, filled: Filled, frame: float) -> Iterator[Table]:
    """Rooms for ink side by side, each under the role and name of who signs."""
    white: list[Answers] = [{"role": role} for role in part.roles] if filled.blank else []
    rows = [*filled.rows(part.field), *white]
    widths = (frame / part.columns,) * part.columns
    groups = []
    for start in range(0, len(rows), part.columns):
        shown = rows[start : start + part.columns]
        spare = [Cell()] * (part.columns - len(shown))
        names = Row((*map(_name_above, shown), *spare), NAME_ROW)
        ink = Row((*(_ink(row, DAY) for row in shown), *spare), part.ink)
        groups.append(Group((names, ink)))
    if groups:
        yield Table(widths, tuple(groups), whole=True)


def sign_strip(part: SignStrip, filled: Filled, frame: float) -> Strip:
    """Everybody's room for ink, in rows of so many; places left over are for remarks."""
    white: list[Answers] = [{}] * part.pen_places if filled.blank else []
    rows = [*filled.rows(part.field), *white]
    cells = [_strip_place(row) for row in rows]
    full = max(1, ceil(len(rows) / part.columns)) * part.columns
    ink = frame / part.columns - STRIP_LABEL
    lines = []
    for start in range(0, full, part.columns):
        shown = cells[start : start + part.columns]
        lines.append(Row(_padded(shown, part.columns), STRIP_ROW))
    table = Table((STRIP_LABEL, ink) * part.columns, tuple(Group((row,)) for row in lines))
    return Strip(part.sentence, table)


def sign_matrix(part: SignMatrix, filled: Filled, frame: float) -> Iterator[Block]:
    """One table for each page: so many people across, so many cases down its side."""
    cases = filled.rows(part.cases) or [{}] * (BLANK_CASES if filled.blank else 0)
    signers = filled.rows(part.signers) or ([{}] * MOST_TO_A_PAGE if filled.blank else [])
    across = list(_even(len(signers), MOST_TO_A_PAGE))
    down = list(_even(len(cases), MOST_CASES))
    for page, (people, rows) in enumerate(product(across, down)):
        if page:
            yield Break()
        yield _matrix(cases, signers, people, rows, frame)
        if not filled.blank:
            yield _which(people, rows, len(signers), len(cases))


def _even(count: int, most: int) -> Iterator[range]:
    """Which of so many stand on each page, as evenly as can be."""
    pages, start = ceil(count / most), 0
    for page in range(pages):
        end = start + count // pages + (page < count % pages)
        yield range(start, end)
        start = end


def _which(people: range, rows: range, all_people: int, all_cases: int) -> Text:
    told = (
        f"本页第{_span(people)}人，共{all_people}人；个案第{_span(rows)}例，共{all_cases}例。"
        "补签的写真实日期。"
    )
    return Text(((form(told),),), indented=False)


def _span(shown: range) -> str:
    return f"{shown[0] + 1}" if len(shown) == 1 else f"{shown[0] + 1}—{shown[-1] + 1}"


def _matrix(
    cases: list[Answers], signers: list[Answers], across: range, down: range, frame: float
) -> Table:
    people = [signers[n] for n in across]
    share = (frame - NUMBER - CASE - LEVEL) / len(people)
    titles = [Cell(((form(text),),), Role.HEAD, centred=True) for text in MATRIX_TITLES]
    heads = [_matrix_head(n, person) for n, person in enumerate(people, across[0] + 1)]
    dates = Cell(((form("签名日期"),),), Role.HEAD, span=3, centred=True)
    last = Group((Row((dates, *map(_matrix_date, people)), DATE_ROW),))
    least = max(LEAST_CASE, min(ROOMY_CASE, MATRIX_ROOM / len(down)))
    rows = (Group((_matrix_row(n + 1, cases[n], people, least),)) for n in down)
    head = Row((*titles, *heads), MATRIX_HEAD)
    return Table((NUMBER, CASE, LEVEL, *([share] * len(people))), (*rows, last), (head,))


MATRIX_TITLES = ("序", f"个{WIDE_SPACE}案", "集体等级")


def _matrix_head(number: int, person: Answers) -> Cell:
    role = (form(f"{number}{WIDE_SPACE}{text_of(person, 'role')}"),)
    called = text_of(person, "name")
    return Cell((role, (name(called),) if called else ()), Role.HEAD, centred=True)


def _matrix_date(person: Answers) -> Cell:
    absent = text_of(person, "absent")
    return Cell(((form(f"缺席（{absent}）"),),), centred=True) if absent else Cell(low=DAY)


def _matrix_row(number: int, case: Answers, people: list[Answers], least: float) -> Row:
    told = WIDE_SPACE.join(filter(None, (text_of(case, "case_number"), text_of(case, "village"))))
    whose = Cell(((column_name(text_of(case, "name"), Face.STRONG),), (form(told),)), Role.NOTE)
    cells = (_matrix_ink(case, person) for person in people)
    return Row((_number(number), whose, _matrix_level(case), *cells), least)


def _number(number: int) -> Cell:
    return Cell(((form(str(number)),),), centred=True)


def _matrix_level(case: Answers) -> Cell:
    now, before = number_of(case, "level"), number_of(case, "previous_level")
    if not case:
        return Cell()
    told = "首次评定" if before is None else f"上次{level(before)}"
    rated: Line = (strong(UNKNOWN if now is None else level(now)),)
    return Cell((rated, (form(told),)), Role.LEVEL, centred=True)


def _matrix_ink(case: Answers, person: Answers) -> Cell:
    if text_of(person, "absent"):
        return Cell(struck=True)
    keys = text_of(case, "key"), text_of(person, "key")
    return Cell(slot="/".join(keys) if all(keys) else "")


def _name_above(row: Answers) -> Cell:
    called = text_of(row, "name")
    said = (form(text_of(row, "role")), *((form(WIDE_SPACE), name(called)) if called else ()))
    return Cell((said,), Role.LABEL, centred=True)


def _ink(row: Answers, low: Line = ()) -> Cell:
    absent = text_of(row, "absent")
    corner = (form(f"缺席（{absent}）"),) if absent else ()
    return Cell(corner=corner, low=low, slot=text_of(row, "key"))


def _strip_place(row: Answers) -> tuple[Cell, Cell]:
    called = text_of(row, "name")
    role: Line = (form(text_of(row, "role")),)
    lines = (role, (column_name(called, Face.STRONG),)) if called else (role,)
    return Cell(lines, Role.NOTE, centred=True), _ink(row)


def _padded(places: list[tuple[Cell, Cell]], columns: int) -> tuple[Cell, ...]:
    cells = [cell for place in places for cell in place]
    free = columns - len(places)
    if free:
        cells.append(Cell(corner=(form(LATER),), span=2 * free))
    return tuple(cells)
