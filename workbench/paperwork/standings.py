"""How far papers have come: drafts, sealed, waited for, signed; and how often they were printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.codes import Labelled, SlotState
from data.models.papers import PrintRun
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from workbench.bench import BEIJING
from workbench.rules.signatures import SETTLED, all_settled

Key = tuple[str, str]


class PaperState(Labelled):
    """How far one paper has come. Those that nobody signs are always ready."""

    READY = "ready", "不签字"
    DRAFT = "draft", "草稿"
    SEALED = "sealed", "已封存"
    WAITING = "waiting", "待签"
    SIGNED = "signed", "已签齐"
    VOID = "void", "作废"


@dataclass(frozen=True)
class Standing:
    """Where one paper stands. `waiting` names everybody who has not signed yet."""

    state: PaperState
    printed: int = 0
    version: int = 0
    sheet: int = 0
    pages: int = 0
    sealed_on: date | None = None
    settled: int = 0
    places: int = 0
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Sealed:
    seal: int
    version: int
    sheet: int
    sealed_on: date
    void: bool


def standings_of(session: Session, papers: Mapping[Key, bool]) -> dict[Key, Standing]:
    """Where papers stand, by form and subject, each with whether it is signed; a few queries."""
    sealed = _newest_seals(session, {subject for _, subject in papers})
    sheets = [one.sheet for key, one in sealed.items() if key in papers]
    slots, pages = _slots_of(session, sheets), _pages_of(session, sheets)
    prints = _prints_of(session, {subject for _, subject in papers})
    found: dict[Key, Standing] = {}
    for key, signed in papers.items():
        one = sealed.get(key)
        printed = prints.get((*key, one.seal if one else None), 0)
        if one is None:
            state = PaperState.DRAFT if signed else PaperState.READY
            found[key] = Standing(state, printed)
        else:
            found[key] = _standing(one, printed, pages.get(one.sheet, 0), slots[one.sheet])
    return found


def _standing(
    one: _Sealed, printed: int, pages: int, slots: list[tuple[SlotState, str]]
) -> Standing:
    waiting = tuple(dict.fromkeys(name for state, name in slots if state not in SETTLED))
    if one.void:
        state = PaperState.VOID
    elif not slots:
        state = PaperState.SEALED
    else:
        settled = all_settled(state for state, _ in slots)
        state = PaperState.SIGNED if settled else PaperState.WAITING
    return Standing(
        state,
        printed,
        one.version,
        one.sheet,
        pages,
        one.sealed_on,
        settled=sum(state in SETTLED for state, _ in slots),
        places=len(slots),
        waiting=waiting,
    )


def _newest_seals(session: Session, subjects: Collection[str]) -> dict[Key, _Sealed]:
    query = (
        select(
            Seal.form, Seal.subject, Seal.id, Seal.version, Seal.sealed_at, Sheet.id, Sheet.void_on
        )
        .outerjoin(Sheet, Sheet.seal_id == Seal.id)
        .where(Seal.subject.in_(subjects))
        .order_by(Seal.version)
    )
    return {
        (form, subject): _Sealed(
            seal, version, sheet or 0, at.astimezone(BEIJING).date(), void is not None
        )
        for form, subject, seal, version, at, sheet, void in session.execute(query)
    }


def _slots_of(
    session: Session, sheets: Collection[int]
) -> Mapping[int, list[tuple[SlotState, str]]]:
    query = (
        select(Slot.sheet_id, Slot.state, Member.name, Slot.name)
        .outerjoin(Member, Member.id == Slot.member_id)
        .where(Slot.sheet_id.in_(sheets))
        .order_by(Slot.page, Slot.x, Slot.y)
    )
    found: dict[int, list[tuple[SlotState, str]]] = defaultdict(list)
    for sheet, state, member, name in session.execute(query):
        found[sheet].append((state, member or name))
    return found


def _pages_of(session: Session, sheets: Collection[int]) -> dict[int, int]:
    query = select(SheetPage.sheet_id, SheetPage.pages).where(SheetPage.sheet_id.in_(sheets))
    return {row[0]: row[1] for row in session.execute(query.distinct())}


def _prints_of(
    session: Session, subjects: Collection[str]
) -> dict[tuple[str, str, int | None], int]:
    query = (
        select(PrintRun.form, PrintRun.subject, PrintRun.seal_id, func.count(PrintRun.id))
        .where(PrintRun.subject.in_(subjects))
        .group_by(PrintRun.form, PrintRun.subject, PrintRun.seal_id)
    )
    return {(form, subject, seal): times for form, subject, seal, times in session.execute(query)}
