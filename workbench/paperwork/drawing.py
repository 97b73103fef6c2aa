"""Drawing answers as pages: the stamp around them, the code of the sheet, both formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data.canonical import canonical, digest
from forms.definition import Form
from forms.glyphs import Missing
from forms.layout import lay_out
from forms.stamp import SheetCode, Stamp
from forms.writers.pdf import Printed, write_pdf
from forms.writers.word import write_word
from workbench.bench import BEIJING, Bench
from workbench.paperwork.sorts import PaperSort

DRAFT = "草稿"
DEMO = "示例"
VOID = "作废"


@dataclass(frozen=True)
class Sealing:
    """What fixes a document: its version, the sheet it is printed on, and the chain's head."""

    version: int
    sheet: int
    audit_head: str
    printed_at: datetime
    void: bool = False
    reprint: int = 0


def stamp_of(
    bench: Bench, sort: PaperSort, answers: Mapping[str, object], sealing: Sealing | None
) -> Stamp:
    """What every page of a paper carries; one to be signed says that it is a draft until sealed."""
    marks = [DEMO] if bench.demo else []
    if sealing is None:
        marks += [DRAFT] if sort.signed else []
        return Stamp(
            head=sort.head(answers),
            identity=sort.identity(answers),
            sheet=None,
            version=0,
            digest="",
            audit_head="",
            printed_at="",
            mark=" ".join(marks),
            subject=sort.case(answers),
            note=sort.note,
        )
    return Stamp(
        head=sort.head(answers),
        identity=sort.identity(answers),
        sheet=SheetCode(bench.code, sealing.sheet),
        version=sealing.version,
        digest=digest(canonical(dict(answers))),
        audit_head=sealing.audit_head,
        printed_at=f"{sealing.printed_at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
        mark=" ".join([*marks, *([VOID] if sealing.void else [])]),
        subject=sort.case(answers),
        reprint=sealing.reprint,
    )


def blank_stamp(unit: str, form: Form) -> Stamp:
    """What stands around a form to be filled by pen: no time, and no code to be matched."""
    note = f"空白表\u3000{form.code}\u3000{form.revision}"
    return Stamp(unit, (), None, 0, "", "", "", note=note)


def draw_pdf(form: Form, answers: Mapping[str, object], stamp: Stamp) -> Printed:
    """Draw the sheet that is signed."""
    return write_pdf(lay_out(form, answers), stamp)


def draw_word(form: Form, answers: Mapping[str, object], stamp: Stamp) -> bytes:
    """Draw its twin for editing, which carries no code."""
    return write_word(lay_out(form, answers), stamp)


def missing_in_words(missing: tuple[Missing, ...]) -> tuple[str, ...]:
    """Say which characters will not print and where they stand."""
    return tuple(f"“{m.character}”字没有字形，印不出来（{m.place}）" for m in missing)
