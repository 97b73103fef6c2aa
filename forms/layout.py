"""Turn a form and its answers into blocks. Both writers draw these and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from forms.answers import Answers, names_of, part_of, text_of
from forms.blocks import (
    Banner,
    Block,
    Break,
    Chapter,
    Cover,
    Ending,
    Face,
    Heading,
    Imprint,
    Line,
    PenLines,
    RedHead,
    Text,
    Title,
    Words,
)
from forms.boxes import agreed, boxed, free_box, own_words
from forms.case_tables import blank_case_table, case_table
from forms.definition import (
    Agreed,
    CaseHead,
    CoverPage,
    Form,
    Heads,
    IssuedBy,
    NewPage,
    Part,
    Section,
    SentTo,
    Signatures,
    SignMatrix,
    SignRow,
    SignStrip,
    Timeline,
)
from forms.filled import Filled
from forms.grids import counts, grid_blocks, key_grid, repeated
from forms.ink import sign_matrix, sign_row, sign_strip, signatures
from forms.names import keep_names_whole
from forms.pages import Paper, Strip
from forms.prose import Articles, Boxed, FreeBox, OwnWords, Paragraph, Remark
from forms.rows import CaseTables, Grid, KeyGrid, Repeated
from forms.timelines import timeline
from forms.wording import NOTHING, form, heavy, in_chinese, lines, long_day, typed

__all__ = ["Answers", "blocks", "lay_out"]

NOTHING_FOLLOWS = "以下空白"
NONE = Text(((Words(f"{NOTHING}。"),),))


def lay_out(form: Form, answers: Answers) -> Paper:
    """Walk the form from top to bottom. Without answers it is a form to be filled by pen."""
    sheet = _Sheet(form, answers)
    found = list(sheet.blocks())
    ending = [Ending(form.ending)] if form.ending else []
    title = next((block.text for block in found if isinstance(block, Title)), form.title)
    return Paper(title, form.page, tuple(keep_names_whole([*found, *ending])), sheet.strip)


def blocks(form: Form, answers: Answers) -> list[Block]:
    """The blocks alone."""
    return list(lay_out(form, answers).blocks)


class _Sheet:
    """One walk over one form."""

    def __init__(self, form: Form, answers: Answers) -> None:
        self._form = form
        self._answers = answers
        self._filled = Filled.from_form(form, answers)
        self.strip: Strip | None = None

    def blocks(self) -> Iterator[Block]:
        """Every part of every section."""
        for section in self._form.sections:
            if self._stands(section):
                yield from self._section(section)

    def _stands(self, section: Section) -> bool:
        if self._filled.blank:
            return section.blank
        return not section.needs or bool(self._answers.get(section.needs))

    def _section(self, section: Section) -> Iterator[Block]:
        if section.title:
            said = "".join(_plain(line) for line in self._filled.said(section.title))
            if self._form.page.official:
                yield Chapter(said)
            else:
                yield Heading(said, self._note(section))
        for part in section.parts:
            yield from self._part(part)

    def _note(self, section: Section) -> Line:
        if section.note:
            return self._one(section.note)
        for part in section.parts:
            if isinstance(part, Grid):
                return counts(part, self._filled)
        return ()

    def _part(self, part: Part) -> Iterator[Block]:
        filled, frame = self._filled, self._form.page.frame
        match part:
            case Heads() | CaseHead() | CoverPage() | IssuedBy() | SentTo():
                yield self._head(part)
            case KeyGrid():
                yield key_grid(part, filled)
            case Grid():
                yield from grid_blocks(part, filled)
            case Repeated():
                yield from tuple(repeated(part, filled)) or (NONE,)
            case CaseTables():
                yield from self._cases(part)
            case Paragraph():
                yield from self._paragraph(part)
            case Remark():
                if filled.blank or not part.needs or self._answers.get(part.needs):
                    yield Text((self._one(part.sentence),), indented=False)
            case Articles():
                yield from self._articles(part)
            case Boxed():
                yield boxed(part, filled)
            case FreeBox():
                yield free_box(part, filled, frame)
            case OwnWords():
                yield own_words(part, filled, frame)
            case Agreed():
                yield agreed(part, filled)
            case Timeline():
                drawn = timeline(part_of(self._answers, part.field.key))
                yield from [drawn] if drawn else []
            case Signatures():
                yield from signatures(part, filled)
            case SignRow():
                yield from sign_row(part, filled, frame)
            case SignStrip():
                self.strip = sign_strip(part, filled, frame)
            case SignMatrix():
                yield from sign_matrix(part, filled, frame)
            case NewPage():
                yield Break()
            case _:
                assert_never(part)

    def _head(self, part: Heads | CaseHead | CoverPage | IssuedBy | SentTo) -> Block:
        match part:
            case Heads():
                title = "" if self._filled.blank else _plain(self._one(part.title))
                above, below = self._one(part.above), self._one(part.below)
                return Title(title or self._form.title, above, below)
            case CaseHead():
                return self._banner(part)
            case CoverPage():
                return self._cover(part)
            case IssuedBy():
                return self._red_head(part)
            case SentTo():
                return self._imprint(part)
            case _:
                assert_never(part)

    def _one(self, template: str) -> Line:
        """A line about the sheet, all of it in the voice of the form."""
        said = self._filled.said(template)[0] if template else ()
        return tuple(
            replace(run, face=Face.FORM) if isinstance(run, Words) else run for run in said
        )

    def _banner(self, part: CaseHead) -> Banner:
        said = self._filled.said
        return Banner(
            self._form.title,
            self._one(part.note),
            said(part.identity)[0],
            said(part.beside, Face.FORM),
            heavy(said(part.level))[0],
        )

    def _cover(self, part: CoverPage) -> Cover:
        said = self._filled.said
        return Cover(
            _plain(self._one(part.left)),
            _plain(self._one(part.right)),
            self._form.title,
            _plain(self._one(part.below)),
            tuple((entry.label, said(entry.sentence)[0]) for entry in part.entries),
            _plain(self._one(part.unit)),
            tuple(_plain(self._one(line)) for line in part.foot),
        )

    def _red_head(self, part: IssuedBy) -> RedHead:
        title, number, issuer = (
            text_of(self._answers, field.key) for field in (part.title, part.number, part.issuer)
        )
        return RedHead(title, number, issuer, self._day(part.day.key))

    def _imprint(self, part: SentTo) -> Imprint:
        sent_to, issuer = (text_of(self._answers, key) for key in (part.sent_to.key, part.issuer))
        return Imprint(sent_to, issuer, self._day(part.day))

    def _day(self, key: str) -> str:
        day = text_of(self._answers, key)
        return long_day(day) if day else ""

    def _cases(self, part: CaseTables) -> Iterator[Block]:
        if self._filled.blank:
            for position in range(1, part.pen_tables + 1):
                yield blank_case_table(position, part.widths)
            return
        items = self._filled.rows(part.field)
        for item in items:
            yield case_table(item, text_of(self._answers, "held_on"), part.widths)
        if not items:
            yield NONE

    def _paragraph(self, part: Paragraph) -> Iterator[Block]:
        blank = self._filled.blank
        if blank:
            yield from [PenLines(part.pen_lines)] if part.pen_lines else []
            clauses = [
                clause for clause in part.clauses if clause.sentence.strip("{}") != clause.needs
            ]
        else:
            clauses = [
                clause
                for clause in part.clauses
                if not clause.needs or self._answers.get(clause.needs)
            ]
        paragraphs: list[Line] = [()]
        for clause in clauses:
            first, *more = self._filled.said(clause.sentence)
            label = (form(clause.label),) if clause.label else ()
            paragraphs[-1] += (*label, *first)
            paragraphs += more
        if any(paragraphs):
            above: list[Line] = [()] if part.apart else []
            yield Text((*above, *paragraphs), indented=not blank)
        elif not blank:
            yield NONE

    def _articles(self, part: Articles) -> Iterator[Block]:
        if self._filled.blank:
            yield PenLines(part.pen_lines)
            return
        said: list[Line] = []
        for number, words in enumerate(names_of(self._answers, part.field.key), 1):
            counted = part.numbers.format(in_chinese(number))
            said += lines(typed(counted + words))
        yield Text(tuple(said)) if said else NONE


def _plain(line: Line) -> str:
    return "".join(run.text if isinstance(run, Words) else "＿＿＿" for run in line)
