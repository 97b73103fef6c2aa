"""Filling a paper as a unit wants it: the filler's answers under the settings of the unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from data.codes import MemberRole, SheetKind
from data.models.meetings import Meeting
from data.models.teams import Member
from forms.definition import Form
from forms.rows import Grid
from workbench.paper_settings import PaperKey, Value, settings_for
from workbench.paperwork.case_signers import expected_at
from workbench.paperwork.listing import meeting_of
from workbench.paperwork.sorts import Asked, PaperSort
from workbench.paperwork.subjects import Subject

SIGNERS = "signers"
CHOSEN_BY_ROLE = ("member:", "checker:")  # the others sign for the part they play


def fill(sort: PaperSort, asked: Asked) -> dict[str, object]:
    """Answer a form from the records, and lay the unit's settings of that moment over it."""
    session, subject, at = asked.session, asked.subject, asked.at
    answers = sort.fill(asked)
    settings = settings_for(session, sort.form.code, at)
    if name := settings.get(PaperKey.UNIT_NAME):
        answers |= {"unit": name} if "unit" in answers else {}
    if SIGNERS in answers:
        meeting = session.get(Meeting, meeting_of(session, subject) or 0)
        answers[SIGNERS] = _signers(session, answers[SIGNERS], settings, meeting)
    return {**answers, **_spare_rows(sort.form, settings)}


def sealed_at_close(session: Session, sort: PaperSort, meeting: Meeting) -> Iterable[Subject]:
    """What is sealed of one sort when a meeting is closed; the unit may want more or none."""
    wanted = settings_for(session, sort.form.code).get(PaperKey.AT_CLOSE)
    if wanted is False and sort.form.code != SheetKind.MINUTES.value:
        return ()
    found = list(sort.at_close(session, meeting))
    return found or (sort.among(session, meeting) if wanted and sort.signed else ())


def fill_blank(session: Session, sort: PaperSort) -> dict[str, object]:
    """What a form to be filled by pen offers: its options, and the unit's number of rows."""
    return {**sort.lists(), **_spare_rows(sort.form, settings_for(session, sort.form.code))}


def _spare_rows(form: Form, settings: dict[PaperKey, Value]) -> dict[str, object]:
    """How many white rows the unit wants in the tables of a form."""
    rows = settings.get(PaperKey.SPARE_ROWS)
    if rows is None:
        return {}
    parts = (part for section in form.sections for part in section.parts)
    return {f"{part.field.key}_rows": rows for part in parts if isinstance(part, Grid)}


def _signers(
    session: Session,
    rows: object,
    settings: dict[PaperKey, Value],
    meeting: Meeting | None,
) -> list[object]:
    found: list[object] = list(rows) if isinstance(rows, list) else []
    roles = settings.get(PaperKey.SIGNER_ROLES)
    if isinstance(roles, list) and meeting is not None:
        found = [row for row in found if not _by_role(row)]
        found += _of_roles(session, meeting, [MemberRole(role) for role in roles], found)
    least = settings.get(PaperKey.LEAST_SIGNERS)
    if isinstance(least, int):
        found += [{"key": "", "role": "", "name": ""}] * (least - len(found))
    return found


def _by_role(row: object) -> bool:
    return isinstance(row, dict) and str(row.get("key")).startswith(CHOSEN_BY_ROLE)


def _of_roles(
    session: Session, meeting: Meeting, roles: Sequence[MemberRole], there: list[object]
) -> list[object]:
    signing = {
        int(str(row["key"]).rpartition(":")[2])
        for row in there
        if isinstance(row, dict) and str(row.get("key")).rpartition(":")[2].isdigit()
    }
    found: list[object] = []
    for expected in expected_at(session, meeting):
        member: Member = expected.member
        if member.role in roles and member.id not in signing:
            row = {"key": f"member:{member.id}", "role": member.role.label, "name": member.name}
            found.append({**row, "absent": expected.absent} if expected.absent else row)
    return found
