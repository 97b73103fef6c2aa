"""个案档案: a case's file as its cover, the list of what lies in it, and the papers in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.teams import Member
from forms.assessment import ASSESSMENT
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, ENTRY, MONTHS, TASKS, VISITS
from forms.definition import Form
from forms.layout import lay_out
from forms.pages import Paper
from forms.plan import PLAN
from forms.redline import REDLINE
from forms.stamp import Stamp
from forms.writers.pdf import count_pages
from workbench.cases import any_case, entry_number, standing_on, terms_on
from workbench.guardians import guardian_on
from workbench.masking import masked_id, masked_phone
from workbench.paperwork.assessment import assessment_answers
from workbench.paperwork.case_lists import (
    decisions_answers,
    entry_answers,
    tasks_answers,
    timeline_answers,
    visits_answers,
    whose_answers,
)
from workbench.paperwork.plan import plan_answers, unit_of
from workbench.paperwork.redline import redline_answers
from workbench.paperwork.subjects import About, Subject
from workbench.patients import details_on
from workbench.plan_reading import meeting_of, plans_of
from workbench.seals import fixed, latest_seal

THE_TEAM = "个案管理小组"
CATALOG_NOTE = "页号不含封面、卷内目录、备考表"
_NUMBER = re.compile(r"(\D*)(\d+)")

Answers = dict[str, object]


@dataclass(frozen=True)
class FilePart:
    """One paper in a file: what it says, and how the list of the file names it."""

    form: Form
    answers: Answers
    title: str
    responsible: str
    day: date
    subject: Subject


@dataclass(frozen=True)
class CaseFile:
    """A file as it is read from the records. Its list is made once the pages are counted."""

    cover: Answers
    parts: tuple[FilePart, ...]

    def catalog(self, pages: Sequence[int]) -> Answers:
        """Answer every field of the list for papers of so many pages each."""
        keys = ("unit", "case_number", "name", "file_number")
        firsts = first_leaves(pages)
        rows = enumerate(zip(self.parts, pages, firsts, strict=True), 1)
        entries = [_entry(place, *row) for place, row in rows]
        return {**{key: self.cover[key] for key in keys}, "entries": entries}


def case_file(session: Session, case_id: int, day: date, at: datetime | None = None) -> CaseFile:
    """Everything in the file of a case on a day; signed papers say what was sealed."""
    case = any_case(session, case_id)
    unit = unit_of(session, case, day, None, at)
    return CaseFile(
        cover=cover_answers(session, case, unit, day, at),
        parts=(
            *_lists(session, case, unit, day, at, (ENTRY,)),
            *_plans(session, case, day, at),
            *_assessments(session, case, day, at),
            *_lists(session, case, unit, day, at, (VISITS, TASKS, DECISIONS, MONTHS)),
        ),
    )


def cover_answers(
    session: Session, case: Case, unit: str, day: date, at: datetime | None = None
) -> Answers:
    """Answer every field of the cover."""
    person, terms = (
        details_on(session, case.patient_id, day, at),
        terms_on(session, case.id, day, at),
    )
    manager = session.get_one(Member, terms.case_manager_id)
    standing = standing_on(session, case, day, at)
    left = standing is not None and standing.standing is Standing.ENDED
    return {
        "unit": unit,
        "file_number": file_number(case),
        "case_number": case.number,
        "name": person.name,
        "sex": person.sex.label,
        "born": f"{person.born_on.year}年出生" if person.born_on else "",
        "id_number": masked_id(person.details.id_number or ""),
        "address": person.details.address or person.village,
        **_guardian(session, case.patient_id, day, at),
        "kind": f"{terms.kind.label}（第{entry_number(session, case)}次入组）",
        "case_manager": manager.name,
        "manager_unit": manager.unit,
        "entered_on": case.entered_on.isoformat(),
        "left_on": standing.true_from.isoformat() if standing and left else None,
    }


def file_number(case: Case) -> str:
    """The number of a file: letters, year and number of its case, as GA·2025·0123."""
    found = _NUMBER.fullmatch(case.number)
    parts = (found[1], str(case.entered_on.year), found[2]) if found else (case.number,)
    return "·".join(filter(None, parts))


def bound_papers(
    file: CaseFile, stamp: Callable[[Form, Answers], Stamp]
) -> list[tuple[Paper, Stamp]]:
    """Cover, list and papers as they are bound, every paper with the leaf it begins on."""
    papers = [_paper(part.form, part.answers, stamp) for part in file.parts]
    pages = [count_pages(*paper) for paper in papers]
    firsts = first_leaves(pages)
    return [
        _paper(COVER, file.cover, stamp),
        _paper(CATALOG, file.catalog(pages), stamp),
        *((paper, replace(s, leaf=n)) for (paper, s), n in zip(papers, firsts, strict=True)),
    ]


def first_leaves(pages: Sequence[int]) -> list[int]:
    """The number of the first page of each paper, counted through the file from one."""
    return [1 + sum(pages[:place]) for place in range(len(pages))]


def _paper(
    form: Form, answers: Answers, stamp: Callable[[Form, Answers], Stamp]
) -> tuple[Paper, Stamp]:
    return lay_out(form, answers), stamp(form, answers)


def _entry(place: int, part: FilePart, pages: int, first: int) -> Answers:
    return {
        "position": place,
        "responsible": part.responsible,
        "title": part.title,
        "day": part.day.isoformat(),
        "leaves": f"{first}—{first + pages - 1}" if pages > 1 else str(first),
        "pages": pages,
        "note": "",
    }


def _guardian(session: Session, patient_id: int, day: date, at: datetime | None) -> Answers:
    guardian = guardian_on(session, patient_id, day, at)
    if guardian is None:
        return {"guardian": None, "phone": ""}
    relation = guardian.relation.label if guardian.relation else ""
    post = guardian.relation_words or relation
    return {
        "guardian": {"name": guardian.name, "post": post},
        "phone": masked_phone(guardian.phone),
    }


def _lists(
    session: Session,
    case: Case,
    unit: str,
    day: date,
    at: datetime | None,
    wanted: Sequence[Form],
) -> Iterator[FilePart]:
    whose = whose_answers(session, case, unit, day, at)
    told: dict[str, Callable[[], Answers | None]] = {
        ENTRY.code: lambda: entry_answers(session, case, at),
        VISITS.code: lambda: visits_answers(session, case, day, at),
        TASKS.code: lambda: tasks_answers(session, case, at),
        DECISIONS.code: lambda: decisions_answers(session, case, day, at),
        MONTHS.code: lambda: timeline_answers(session, case, day, at),
    }
    for form in wanted:
        answers = told[form.code]()
        if answers is not None:
            on = case.entered_on if form is ENTRY else day
            subject = Subject(About.CASE, case.id)
            yield FilePart(form, {**whose, **answers}, form.title, THE_TEAM, on, subject)


def _plans(session: Session, case: Case, day: date, at: datetime | None) -> Iterator[FilePart]:
    """Every version a meeting confirmed, and how it differs from the one before."""
    for plan in plans_of(session, case.id, at):
        meeting = meeting_of(session, plan.root_id, at)
        if meeting is None or meeting.held_on > day:
            continue
        subject, key = Subject(About.PLAN, plan.root_id), plan.root_id
        told = _said(session, PLAN, subject, at) or plan_answers(session, key, at)
        title = f"{PLAN.title}（第{plan.number}次）"
        yield FilePart(PLAN, told, title, THE_TEAM, meeting.held_on, subject)
        if plan.number > 1:
            told = _said(session, REDLINE, subject, at) or redline_answers(session, key, at)
            title = f"{REDLINE.title}（第{plan.number}次）"
            yield FilePart(REDLINE, told, title, THE_TEAM, meeting.held_on, subject)


def _assessments(
    session: Session, case: Case, day: date, at: datetime | None
) -> Iterator[FilePart]:
    """Every rating of the case at a closed meeting."""
    rated = known(Assessment, at).with_only_columns(Assessment.item_id)
    query = (
        select(AgendaItem, Meeting)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.case_id == case.id,
            AgendaItem.id.in_(rated),
            Meeting.closed_at.is_not(None),
            Meeting.held_on <= day,
        )
        .order_by(Meeting.held_on, Meeting.closed_at)
    )
    for item, meeting in session.execute(query):
        subject, on = Subject(About.ITEM, item.id), meeting.held_on
        told = _said(session, ASSESSMENT, subject, at) or assessment_answers(session, item, at=at)
        title = f"{ASSESSMENT.title}（{on.year}年{on.month}月）"
        yield FilePart(ASSESSMENT, told, title, THE_TEAM, on, subject)


def _said(session: Session, form: Form, subject: Subject, at: datetime | None) -> Answers | None:
    """What was sealed by a moment, if it was."""
    seal = latest_seal(session, form, str(subject))
    if seal is None or (at is not None and seal.sealed_at > at):
        return None
    return fixed(session, seal).answers
