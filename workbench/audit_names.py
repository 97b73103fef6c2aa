"""What the records are called that audit rows name by their keys; people by masked names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.base import Base
from data.models.accounts import Account
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.teams import Member
from workbench.masking import masked_name
from workbench.paperwork.catalogue import sort_of
from workbench.patients import details_of
from workbench.states import title_of

Detail = Mapping[str, object]
Row = TypeVar("Row", bound=Base)
_NUMBERED = {
    "plan": "计划",
    "intake": "入组评估",
    "task": "任务",
    "annotation": "批注",
    "decision": "决定",
    "sheet": "签字件",
    "guardian": "监护人",
    "team": "小组",
    "key": "记录",
}


@dataclass(frozen=True)
class Names:
    """What the records of some rows are called, read once for all of them."""

    accounts: Mapping[int, str]
    patients: Mapping[int, str]
    cases: Mapping[int, Case]
    meetings: Mapping[int, str]
    members: Mapping[int, str]
    items: Mapping[int, AgendaItem]

    def about(self, detail: Detail) -> str:
        """Whom and what a row is about, each named once."""
        item = self.items.get(_key(detail, "item"))
        said = [*self._people(detail, item), *self._rest(detail, item)]
        return "·".join(dict.fromkeys(filter(None, said)))

    def _people(self, detail: Detail, item: AgendaItem | None) -> Iterator[str]:
        """A case stands for its patient too."""
        told = set()
        for key in (item.case_id if item else None, _key(detail, "case")):
            case = self.cases.get(key or 0)
            if case is not None:
                told.add(case.patient_id)
                yield f"{self._patient(case.patient_id)}（{case.number}）"
        of_item = item.patient_id if item else None
        for key in (of_item, _key(detail, "patient"), _key(detail, "other")):
            if key and key not in told:
                told.add(key)
                yield self._patient(key)

    def _rest(self, detail: Detail, item: AgendaItem | None) -> Iterator[str]:
        yield self.meetings.get(item.meeting_id if item else _key(detail, "meeting"), "")
        member = self.members.get(_key(detail, "member"), "")
        yield f"成员{member}" if member else ""
        account = self.accounts.get(_key(detail, "account"), "")
        yield f"账户“{account}”" if account else ""
        sort = sort_of(str(detail.get("form", "")))
        yield f"《{sort.form.title}》" if sort else ""
        for name, word in _NUMBERED.items():
            if _key(detail, name):
                yield f"{word}{_key(detail, name)}号"

    def _patient(self, patient_id: int) -> str:
        return self.patients.get(patient_id, f"患者{patient_id}号")


def names_of(session: Session, details: Sequence[Detail], today: date) -> Names:
    """Read what the records are called that these rows name."""
    items = _found(session, AgendaItem, _keys(details, "item"))
    of_items = {item.case_id for item in items.values() if item.case_id}
    cases = _found(session, Case, _keys(details, "case") | of_items)
    patients = _keys(details, "patient") | _keys(details, "other")
    patients |= {case.patient_id for case in cases.values()}
    patients |= {item.patient_id for item in items.values() if item.patient_id}
    meetings = _keys(details, "meeting") | {item.meeting_id for item in items.values()}
    known = details_of(session, patients, today) if patients else {}
    return Names(
        accounts={account.id: account.name for account in session.scalars(select(Account))},
        patients={key: masked_name(one.details.name) for key, one in known.items()},
        cases=cases,
        meetings={key: title_of(row) for key, row in _found(session, Meeting, meetings).items()},
        members={
            key: masked_name(member.name)
            for key, member in _found(session, Member, _keys(details, "member")).items()
        },
        items=items,
    )


def _found(session: Session, model: type[Row], keys: Collection[int]) -> dict[int, Row]:
    if not keys:
        return {}
    rows = session.scalars(select(model).where(model.id.in_(keys)))
    return {row.id: row for row in rows}


def _keys(details: Sequence[Detail], name: str) -> set[int]:
    return {key for detail in details if (key := _key(detail, name))}


def _key(detail: Detail, name: str) -> int:
    value = detail.get(name)
    return value if isinstance(value, int) else 0
