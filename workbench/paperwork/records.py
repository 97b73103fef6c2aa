"""What the national record forms share: numbers of options, the number of a file, who signs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.codes import Labelled
from data.form_versions import number_of, options
from data.models.accounts import Identity
from data.models.audit import AuditRow
from data.models.cases import Case
from data.models.teams import Member
from data.visit_codes import DangerousAct, FormVersion
from workbench.bench import BEIJING
from workbench.cases import standing_on
from workbench.patients import Person

NOBODY: dict[str, object] = {"key": "", "name": ""}
_DIGITS_OF_A_FILE, _DIGITS_OF_A_PERSON = 8, 5


def listed(
    codes: type[Labelled],
    version: FormVersion = FormVersion.V2017,
    blanks: Mapping[str, str] | None = None,
) -> list[dict[str, object]]:
    """The numbers and words of a list as a form prints them, some with a blank to write on."""
    after = blanks or {}
    return [
        {"code": number, "label": label + after.get(number, "")}
        for number, label in options(codes, version)
    ]


def acts_listed(version: FormVersion = FormVersion.V2017) -> list[dict[str, object]]:
    """危险行为, each with room for how often but the last, which says that there was none."""
    none = number_of(DangerousAct.NONE, version)
    rows = listed(DangerousAct, version)
    return [
        row if row["code"] == none else {**row, "label": f"{row['label']}＿＿次"} for row in rows
    ]


def number(code: Labelled | None, version: FormVersion = FormVersion.V2017) -> str:
    """The number of an answer on the form it was given on; empty where nobody answered."""
    return number_of(code, version, filled_in=version) if code is not None else ""


def numbers(codes: Iterable[Labelled] | None, version: FormVersion) -> list[str]:
    """The same for a question with several answers."""
    return [number(code, version) for code in codes or ()]


def choice(
    chosen: Collection[str], words: Mapping[str, str | list[str]] | None = None
) -> dict[str, object]:
    """Numbers with what was written into the blanks of their options."""
    written = {code: said for code, said in (words or {}).items() if any(said)}
    return {"chosen": [code for code in chosen if code], "words": written}


def acts_answer(acts: Mapping[DangerousAct, int] | None, version: FormVersion) -> dict[str, object]:
    """Which acts happened, and how often each did; 0 once it is known that one did not."""
    if acts is None:
        return choice(())
    none = number_of(DangerousAct.NONE, version)
    asked = [code for code, _ in options(DangerousAct, version) if code != none]
    times = {number(act, version): str(count) for act, count in acts.items() if count}
    return choice(numbers(acts, version), {code: times.get(code, "0") for code in asked})


def file_number_answers(person: Person) -> dict[str, object]:
    """The last eight digits of a file number, of which three name the place; else all of it."""
    typed = person.details.file_number.replace("-", "").replace(" ", "")
    short = typed[-_DIGITS_OF_A_FILE:] if typed.isdigit() else typed
    return {
        "number_area": short[:-_DIGITS_OF_A_PERSON],
        "number_serial": short[-_DIGITS_OF_A_PERSON:],
    }


def case_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> Case | None:
    """The case a patient had open on a day."""
    query = select(Case).where(Case.patient_id == patient_id, Case.entered_on <= day)
    for case in session.scalars(query.order_by(Case.entered_on.desc(), Case.id.desc())):
        standing = standing_on(session, case, day, at)
        if standing is None or standing.standing is not Standing.ENDED:
            return case
    return None


def member_named(session: Session, name: str, day: date) -> Member | None:
    """Whoever of that name was on a team on a day."""
    query = select(Member).where(
        Member.name == name,
        Member.from_on <= day,
        or_(Member.until_on.is_(None), Member.until_on >= day),
    )
    return session.scalars(query.order_by(Member.id)).first() if name else None


def doctor_place(session: Session, name: str, day: date) -> dict[str, object]:
    """The place of a doctor who is known by name; who is on no team has none to be checked by."""
    member = member_named(session, name, day)
    return {"key": f"doctor:{member.id}" if member else "", "name": name}


def unit_of_store(session: Session) -> str:
    """Whose program this is."""
    return session.scalars(select(Identity)).one().unit


def day_known(session: Session, at: datetime | None) -> date:
    """The day of a moment; for now, the day on which something was last written."""
    moment = at or session.scalar(select(func.max(AuditRow.at)))
    return moment.astimezone(BEIJING).date() if moment else date.max
