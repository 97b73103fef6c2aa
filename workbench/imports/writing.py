"""Writing what a list brought, many facts at a time: one by one, a long list would take minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import func, insert, select

from data.base import Base
from data.facts import Fact
from data.import_codes import RowEffect
from data.models.guardians import Guardian, GuardianDetails
from data.models.imports import ImportedRow, ListImport
from data.models.patients import Patient, PatientDetails
from data.models.teams import Member, MemberContact
from data.register_codes import GuardianState
from workbench.bench import Work
from workbench.imports.members import OF_CONTACT, OF_MEMBER, contacts_of
from workbench.imports.pace import Pace
from workbench.imports.patients import particulars_for
from workbench.imports.previews import Matched

_STAMPED = frozenset({"id", "revision", "written_at", "written_by", "why", "withdrawn"})


def write_patients(work: Work, run: ListImport, matched: Sequence[Matched], pace: Pace) -> None:
    """Put the new people on the register, and write down what holds of the others from today."""
    new = [m for m in matched if m.effect is RowEffect.ENTERED]
    keys = dict(zip([m.line.row for m in new], _enter_people(work, len(new)), strict=True))
    keys |= {m.line.row: m.key for m in matched if m.key is not None}
    written = [m for m in matched if m.effect is not None]
    restated = [m for m in written if m.restates]
    pace.expect(len(restated) + len(written))
    for part in pace.parts(restated):
        rows = [
            {**particulars_for(m).columns(), **_from_today(work, keys[m.line.row])} for m in part
        ]
        PatientDetails.enter_all(work.session, work.written, rows)
    _name_guardians(work, [(keys[m.line.row], m) for m in written if m.guardian])
    for part in pace.parts(written):
        _enter(work, ImportedRow, [_imported(run, m, keys[m.line.row]) for m in part])


def _imported(run: ListImport, m: Matched, patient_id: int) -> dict[str, object]:
    return {
        "import_id": run.id,
        "row": m.line.row,
        "effect": m.effect,
        "patient_id": patient_id,
    }


def write_members(
    work: Work, run: ListImport, team_id: int, matched: Sequence[Matched], pace: Pace
) -> None:
    """Put the new members on the team; a new role, unit or post ends the old membership."""
    contacts = contacts_of(work.session)
    written = [m for m in matched if m.effect is not None]
    pace.expect(len(written))
    for m in (each for part in pace.parts(written) for each in part):
        old = m.member
        member = _member(work, team_id, m)
        work.session.add(
            ImportedRow(
                import_id=run.id,
                row=m.line.row,
                effect=m.effect,
                member_id=member.id,
                replaced_id=old.id if old and old is not member else None,
            )
        )
        _contact(work, m, member, contacts.get(old.id) if old else None)


def withdraw_all(work: Work, facts: Iterable[Fact], why: str) -> None:
    """Say of many facts of one table that they never held."""
    rows = [(type(fact), _next(work, fact, why)) for fact in facts]
    if rows:
        _enter(work, rows[0][0], [row for _, row in rows])


def _next(work: Work, fact: Fact, why: str) -> dict[str, object]:
    columns = {c.key for c in type(fact).__mapper__.column_attrs} - _STAMPED
    stamps = {"written_at": work.written.at, "written_by": work.written.by, "why": why}
    kept = {column: getattr(fact, column) for column in columns}
    return {**kept, **stamps, "revision": fact.revision + 1, "withdrawn": True}


def _enter_people(work: Work, count: int) -> range:
    first = (work.session.scalar(select(func.max(Patient.id))) or 0) + 1
    keys = range(first, first + count)
    _enter(work, Patient, [{"id": key, "registered_on": work.today} for key in keys])
    return keys


def _name_guardians(work: Work, named: Sequence[tuple[int, Matched]]) -> None:
    first = (work.session.scalar(select(func.max(Guardian.id))) or 0) + 1
    _enter(
        work,
        Guardian,
        [{"id": key, "patient_id": patient} for key, (patient, _) in enumerate(named, first)],
    )
    details = [
        {
            **vars(m.guardian.cleaned(work.today)),
            **_from_today(work, patient),
            "guardian_id": key,
            "state": GuardianState.ACTING,
        }
        for key, (patient, m) in enumerate(named, first)
        if m.guardian
    ]
    GuardianDetails.enter_all(work.session, work.written, details)


def _from_today(work: Work, patient_id: int | None) -> dict[str, object]:
    return {"patient_id": patient_id, "true_from": work.today}


def _member(work: Work, team_id: int, m: Matched) -> Member:
    """The membership that holds from today: a new one, or the present one where it stays."""
    said = {key: m.line.values[key] for key in OF_MEMBER if key in m.line.values}
    if m.member is not None:
        was = {key: getattr(m.member, key) for key in OF_MEMBER}
        if was | said == was:
            return m.member
        m.member.until_on = work.today - timedelta(days=1)
        said = was | said
    member = Member(team_id=team_id, name=m.line.text("name"), from_on=work.today, **said)
    work.session.add(member)
    work.session.flush()
    return member


def _contact(work: Work, m: Matched, member: Member, before: MemberContact | None) -> None:
    was = {key: getattr(before, key) if before else "" for key in OF_CONTACT}
    now = {key: m.line.text(key) or was[key] for key in OF_CONTACT}
    if any(now.values()) and (now != was or member is not m.member):
        MemberContact.enter(
            work.session, work.written, true_from=work.today, member_id=member.id, **now
        )


def _enter(work: Work, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        work.session.execute(insert(table), list(rows))
