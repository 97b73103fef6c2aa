"""Drawing answers as pages: the stamp around them, the code of the sheet, both formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from data.canonical import canonical, digest
from data.models.meetings import Meeting
from forms.definition import Form
from forms.glyphs import Missing
from forms.layout import blocks
from forms.stamp import SheetCode, Stamp
from forms.writers.pdf import Printed, write_pdf
from forms.writers.word import write_word
from workbench.bench import BEIJING, Bench
from workbench.states import title_of

DRAFT = "草稿"
DEMO = "示例"


@dataclass(frozen=True)
class Sealing:
    """What fixes a document: its version, the sheet it is printed on, and the chain's head."""

    version: int
    sheet: int
    audit_head: str
    printed_at: datetime


def stamp_of(
    bench: Bench, meeting: Meeting, answers: Mapping[str, object], sealing: Sealing | None
) -> Stamp:
    """What every page of a meeting's paper carries; without a seal it is a draft and says so."""
    day = f"{meeting.held_on.year}年{meeting.held_on.month}月{meeting.held_on.day}日"
    marks = [DEMO] if bench.demo else []
    if sealing is None:
        marks.append(DRAFT)
    return Stamp(
        head=f"{meeting.team_name} · {title_of(meeting)} · {day}",
        identity=_identity(meeting, answers),
        sheet=SheetCode(bench.code, sealing.sheet) if sealing else None,
        version=sealing.version if sealing else 0,
        digest=digest(canonical(dict(answers))) if sealing else "",
        audit_head=sealing.audit_head if sealing else "",
        printed_at=f"{sealing.printed_at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if sealing else "",
        mark=" ".join(marks),
    )


def draw_pdf(form: Form, answers: Mapping[str, object], stamp: Stamp) -> Printed:
    """Draw the sheet that is signed."""
    return write_pdf(blocks(form, answers), stamp, form.title)


def draw_word(form: Form, answers: Mapping[str, object], stamp: Stamp) -> bytes:
    """Draw its twin for editing, which carries no code."""
    return write_word(blocks(form, answers), stamp, form.title)


def missing_in_words(missing: tuple[Missing, ...]) -> tuple[str, ...]:
    """Say which characters will not print and where they stand."""
    return tuple(f"“{m.character}”字没有字形，印不出来（{m.place}）" for m in missing)


def _identity(meeting: Meeting, answers: Mapping[str, object]) -> tuple[str, ...]:
    begins, ends = answers["begins"], answers["ends"]
    span = f"{begins}—{ends}" if ends else f"{begins}"
    chair, recorder = answers["chair"], answers["recorder"]
    name = chair["name"] if isinstance(chair, Mapping) else ""
    day = f"{meeting.held_on.month}月{meeting.held_on.day}日"
    return (f"{title_of(meeting)}\u3000{day} {span}", f"主持 {name}\u3000记录 {recorder}")
