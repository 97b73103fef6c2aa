"""What a part of a form is laid out from: the answers, and how each of them is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.answers import Answers, rows_of
from forms.blocks import Face, Line
from forms.definition import Form
from forms.fields import Field, Kind
from forms.rows import Column
from forms.saying import LISTS, asked_in, blank_sentence, say, sentence, squares_of
from forms.wording import HALF_SPACE, HELD_ON, form, heavy


@dataclass(frozen=True)
class Filled:
    """A form with its answers. Without any but option lists it is to be filled by pen."""

    answers: Answers
    fields: Mapping[str, Field]
    blank: bool

    @staticmethod
    def from_form(form: Form, answers: Answers) -> Filled:
        """The answers of a form; what answers none of its fields leaves it blank."""
        fields = {field.key: field for field in form.fields()}
        return Filled(answers, fields, blank=not answers.keys() & fields.keys())

    def said(self, template: str, face: Face = Face.VALUE) -> tuple[Line, ...]:
        """A sentence with its answers, or with room for them."""
        if self.blank:
            return blank_sentence(template, self.answers, self.fields)
        return sentence(template, self.answers, self.fields, face)

    def squares(self, template: str) -> Line:
        """The squares for the numbers chosen in a sentence, those of each question apart."""
        asked = [f for f in asked_in(template, self.fields) if f.kind is Kind.CODES]
        found: Line = ()
        for field in asked:
            found += (*((form(HALF_SPACE),) if found else ()), *squares_of(self.answers, field))
        return found

    def rows(self, field: Field) -> list[Answers]:
        """The rows that answer a field."""
        return rows_of(self.answers, field.key)

    def cell(self, row: Answers, column: Column) -> tuple[Line, ...]:
        """What one column of a row says. Option lists and day are those of the whole form."""
        field = Field(column.key, column.kind, column.options)
        lists = {key: self.answers.get(key, {}) for key in (LISTS, HELD_ON)}
        if not row and column.spare and not self.blank:
            return ((form(column.spare),),)
        if column.instead and row.get(column.instead):
            return say(row, Field(column.instead))
        if not row or (self.blank and column.key not in row):
            offers = column.kind in (Kind.TICKS, Kind.CODES)
            return say(lists, field) if offers else ((),)
        found = say({**lists, **row}, field)
        always = column.strong == "always"
        return heavy(found) if always or (column.strong and row.get(column.strong)) else found
