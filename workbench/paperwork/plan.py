"""What the 个案管理计划表 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import CaseKind, MemberRole
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.plans import Plan
from data.models.teams import Team
from forms.answers import number_of, text_of
from forms.wording import UNKNOWN, level
from workbench.assessments import agreed_levels, assessment_of, previous_assessment
from workbench.cases import any_case
from workbench.guardianship import capacity_on
from workbench.known_facts import known_on
from workbench.paperwork.case_signers import (
    guardian_place,
    leader_and_manager,
    patient_place,
    specialists,
    team_of_case,
)
from workbench.paperwork.options import offered
from workbench.paperwork.remarks import remark_rows, remarks_since
from workbench.patients import details_on
from workbench.plan_reading import (
    any_plan,
    confirmation_of,
    item_rows,
    lines_of,
    meeting_of,
    version_before,
)
from workbench.rules.plans import AREAS, Line, carried_out
from workbench.rules.revisions import Revised, Revision, revisions
from workbench.states import title_of

_NEW = (Revision.ADDED, Revision.CHANGED)


def plan_answers(session: Session, plan_id: int, at: datetime | None = None) -> dict[str, object]:
    """Answer every field of the plan's sheet, in canonical form.

    Its day is that of the meeting that confirmed it; before that, the day it was drawn up.
    """
    plan = any_plan(session, plan_id, at)
    case, meeting = any_case(session, plan.case_id), meeting_of(session, plan_id, at)
    before, day = version_before(session, plan, at), day_of(plan, meeting)
    person = details_on(session, case.patient_id, day, at)
    since = before.true_from if before else None
    remarks = remarks_since(session, case.patient_id, since, day, at)
    return {
        "lists": plan_lists(plan.kind),
        "unit": unit_of(session, case, day, meeting, at),
        "meeting": title_of(meeting) if meeting else "",
        "kind": plan.kind.label,
        "number": plan.number,
        "held_on": day.isoformat(),
        "carried_out": _carried_out(session, before, day, at),
        "name": person.name,
        "case_number": case.number,
        **_rating(session, plan, case, meeting, day, at),
        "adherence": _adherence(session, case.patient_id, day, at),
        "guardianship": _guardianship(session, case.patient_id, day, at),
        "lines": _lines(session, plan, before, at),
        "patient_view": plan.patient_view,
        "family_view": plan.family_view,
        "strengths": plan.strengths,
        "annotations": remark_rows(session, remarks, at),
        "signers": _signers(session, case, day, meeting, at),
    }


def plan_lists(kind: CaseKind) -> dict[str, object]:
    """The areas that a plan of a kind goes through."""
    return {"areas": offered(AREAS[kind])}


def plan_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """What the plan is about, repeated on every page after the first."""
    rated = number_of(answers, "level")
    told = (
        text_of(answers, "case_number"),
        text_of(answers, "name"),
        UNKNOWN if rated is None else level(rated),
        text_of(answers, "kind"),
        f"第{number_of(answers, 'number')}次",
    )
    return ("\u3000".join(filter(None, told)),)


def day_of(plan: Plan, meeting: Meeting | None) -> date:
    """The day a version is of: that of its meeting, or the one it was drawn up on."""
    return meeting.held_on if meeting else plan.true_from


def unit_of(
    session: Session, case: Case, day: date, meeting: Meeting | None, at: datetime | None
) -> str:
    """The team a case's paper comes from."""
    if meeting is not None:
        return meeting.team_name
    manager, _ = team_of_case(session, case, day, None, at)
    return session.get_one(Team, manager.team_id).name


def _carried_out(
    session: Session, before: Plan | None, day: date, at: datetime | None
) -> str | None:
    if before is None:
        return None
    done = carried_out([row.state for row in item_rows(session, before, day, at)])
    if not done.counted:
        return None
    share = round(100 * done.reached / done.counted)
    return f"{share}%（{done.counted}项中已达到{done.reached}项）"


def _rating(
    session: Session,
    plan: Plan,
    case: Case,
    meeting: Meeting | None,
    day: date,
    at: datetime | None,
) -> dict[str, object]:
    confirmed = confirmation_of(session, plan.root_id, at)
    if meeting is None or confirmed is None:
        last = agreed_levels(session, day, at).get(case.patient_id)
        return {"level": int(last.level) if last else None, "stability": None}
    rated = assessment_of(session, confirmed.item_id, at)
    rated = rated or previous_assessment(session, case.patient_id, meeting, at)
    return {
        "level": int(rated.level) if rated else None,
        "stability": rated.stability.label if rated and rated.stability else None,
    }


def _adherence(session: Session, patient_id: int, day: date, at: datetime | None) -> str | None:
    adherence = known_on(session, patient_id, day, at).facts.adherence
    return adherence.label if adherence else None


def _guardianship(session: Session, patient_id: int, day: date, at: datetime | None) -> str | None:
    decided = capacity_on(session, patient_id, day, at)
    if decided is None:
        return None
    judged = decided.judged
    return judged.level.label + (f"（{judged.because}）" if judged.because else "")


def _lines(
    session: Session, plan: Plan, before: Plan | None, at: datetime | None
) -> list[dict[str, object]]:
    earlier = lines_of(session, before, at) if before else ()
    found = revisions(earlier, lines_of(session, plan, at))
    return [_row(revised, revised.after) for revised in found if revised.after]


def _row(revised: Revised, line: Line) -> dict[str, object]:
    return {
        "area": line.area.label,
        "problem": line.problem,
        "goal": line.goal,
        "measure": line.measure,
        "responsible": line.responsible,
        "partner": line.partner,
        "due_on": line.due_on.isoformat() if line.due_on else None,
        "frequency": line.frequency,
        "state": revised.revision.label,
        "new": revised.revision in _NEW,
    }


def _signers(
    session: Session, case: Case, day: date, meeting: Meeting | None, at: datetime | None
) -> list[dict[str, object]]:
    manager, team = team_of_case(session, case, day, meeting, at)
    return [
        *leader_and_manager(manager, team),
        *specialists(team, MemberRole.PSYCHIATRIST, "psychiatrist", manager),
        *specialists(team, MemberRole.POLICE, "police", manager),
        guardian_place(session, case.patient_id, day, "监护人", at),
        patient_place(session, case.patient_id, day, at),
    ]
