"""Turn a form and its answers into blocks. Both writers draw these and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from forms.answers import Answers, number_of, part_of, rows_of, text_of
from forms.blocks import (
    Block,
    Cell,
    Ending,
    Group,
    Heading,
    Line,
    PenLines,
    Role,
    Row,
    SignatureGrid,
    Signer,
    Table,
    Text,
    Title,
    Words,
)
from forms.case_tables import blank_case_table, case_table
from forms.definition import (
    CaseTables,
    Column,
    Entry,
    Form,
    Heads,
    KeyGrid,
    Kind,
    Paragraph,
    Part,
    Review,
    Section,
    Signatures,
)
from forms.names import keep_names_whole
from forms.saying import (
    NOTHING,
    UNKNOWN,
    WIDE_SPACE,
    blank_sentence,
    column_name,
    form,
    lines,
    sentence,
    spread,
    typed,
)

__all__ = ["Answers", "blocks"]

NOTHING_FOLLOWS = "以下空白"
NONE = Text(((Words(f"{NOTHING}。"),),))
PEN_ROW = 9.0
KEY_ROW = 8.0


def blocks(form: Form, answers: Answers) -> list[Block]:
    """Walk the form from top to bottom. Without answers it is a form to be filled by pen."""
    return keep_names_whole([*_Sheet(form, answers).blocks(), Ending(NOTHING_FOLLOWS)])


class _Sheet:
    """One walk over one form."""

    def __init__(self, form: Form, answers: Answers) -> None:
        self._form = form
        self._answers = answers
        self._blank = not answers
        self._kinds: Mapping[str, Kind] = {field.key: field.kind for field in form.fields()}

    def blocks(self) -> Iterator[Block]:
        """Every part of every section."""
        for section in self._form.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Block]:
        if section.title:
            yield Heading(section.title, self._note(section))
        for part in section.parts:
            yield from self._part(part)

    def _note(self, section: Section) -> Line:
        for part in section.parts:
            if isinstance(part, Review) and not self._blank:
                return self._counts(part)
        return ()

    def _part(self, part: Part) -> Iterator[Block]:
        match part:
            case Heads():
                yield self._heads(part)
            case KeyGrid():
                yield Table(part.widths, tuple(map(self._key_row, part.rows)))
            case Review():
                yield from self._review(part)
            case CaseTables():
                yield from self._cases(part)
            case Paragraph():
                yield from self._paragraph(part)
            case Signatures():
                yield from self._signatures(part)
            case _:
                assert_never(part)

    def _heads(self, heads: Heads) -> Title:
        above, below = (text_of(self._answers, line.key) for line in (heads.above, heads.below))
        return Title(self._form.title, (form(above),), (form(below),))

    def _key_row(self, entries: tuple[Entry, ...]) -> Group:
        cells: list[Cell] = []
        for entry in entries:
            cells.append(Cell(((form(spread(entry.label)),),), Role.LABEL, centred=True))
            cells.append(Cell(self._said(entry.sentence), span=entry.span))
        pen_room = max(entry.pen_room for entry in entries)
        return Group((Row(tuple(cells), pen_room if self._blank else KEY_ROW),))

    def _said(self, template: str) -> tuple[Line, ...]:
        if self._blank:
            return blank_sentence(template, self._kinds)
        return sentence(template, self._answers, self._kinds)

    def _counts(self, review: Review) -> Line:
        numbers = self._review_numbers(review)
        return (form(review.counts.format_map(numbers)),) if numbers["total"] else ()

    def _review_numbers(self, review: Review) -> dict[str, int]:
        answer = part_of(self._answers, review.field.key)
        counts = {key: number_of(answer, key) or 0 for key in answer if key != "rows"}
        total = sum(counts.values())
        return {**counts, "total": total, "rest": total - len(rows_of(answer, "rows"))}

    def _review(self, review: Review) -> Iterator[Block]:
        rows = rows_of(part_of(self._answers, review.field.key), "rows")
        white: list[Answers] = [{}] * review.pen_rows if self._blank else []
        groups = tuple(self._review_row(review, row) for row in (*rows, *white))
        titles = (
            Cell(((form(_column_title(c)),),), Role.HEAD, centred=True) for c in review.columns
        )
        if groups:
            widths = tuple(column.width for column in review.columns)
            yield Table(widths, groups, head=(Row(tuple(titles)),))
        if not self._blank:
            yield from self._remainder(review)

    def _review_row(self, review: Review, row: Answers) -> Group:
        cells = (Cell(_column_lines(c, row), centred=c.centred) for c in review.columns)
        return Group((Row(tuple(cells), 7.4 if row else PEN_ROW),))

    def _remainder(self, review: Review) -> Iterator[Block]:
        numbers = self._review_numbers(review)
        if not numbers["total"]:
            yield Text(((Words(review.nothing),),), indented=False)
        elif numbers["rest"]:
            yield Text(((Words(review.rest.format_map(numbers)),),), indented=False)

    def _cases(self, part: CaseTables) -> Iterator[Block]:
        if self._blank:
            for position in range(1, part.pen_tables + 1):
                yield blank_case_table(position, part.widths)
            return
        items = rows_of(self._answers, part.field.key)
        for item in items:
            yield case_table(item, text_of(self._answers, "held_on"), part.widths)
        if not items:
            yield NONE

    def _paragraph(self, part: Paragraph) -> Iterator[Block]:
        if self._blank:
            yield PenLines(part.pen_lines)
            clauses = [
                clause for clause in part.clauses if clause.sentence.strip("{}") != clause.needs
            ]
        else:
            clauses = [clause for clause in part.clauses if self._answers.get(clause.needs)]
        paragraphs: list[Line] = [()]
        for clause in clauses:
            first, *more = self._said(clause.sentence)
            paragraphs[-1] += first
            paragraphs += more
        if any(paragraphs):
            yield Text(tuple(paragraphs), indented=not self._blank)
        elif not self._blank:
            yield NONE

    def _signatures(self, part: Signatures) -> Iterator[SignatureGrid]:
        white = [{"role": role} for role in part.roles] if self._blank else []
        rows: list[Answers] = [*rows_of(self._answers, part.field.key), *white]
        keys = ("key", "role", "name")
        if rows:
            yield SignatureGrid(tuple(Signer(*(text_of(row, key) for key in keys)) for row in rows))


def _column_title(column: Column) -> str:
    return WIDE_SPACE.join(column.title) if len(column.title) == 2 else column.title


def _column_lines(column: Column, row: Answers) -> tuple[Line, ...]:
    text = text_of(row, column.key)
    if not row:
        return ((),)
    if column.kind is Kind.NAME:
        return ((column_name(text or UNKNOWN),),)
    return lines(typed(text or UNKNOWN))
