"""The rules a unit follows: a profile as it was copied, and what the unit decided itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.facts import Written
from data.models.unit_rules import ProfileAdoption, UnitRule
from data.profiles import NATIONAL, UnknownProfile, profile_names, read_profile, rule_titles
from data.rule_values import Profile, RuleValue, Standing, Unit
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.rules.unit_rules import why_impossible
from workbench.unit_rule_errors import RuleValueImpossible
from workbench.words import required

OWN = "本单位"
# What a store begins with holds for every day, so that whatever is decided later takes its place.
ALWAYS = date.min
T = TypeVar("T", ProfileAdoption, UnitRule)


@dataclass(frozen=True)
class ProfileRow:
    """One profile that can be followed; the one that is names its day, unless it always was.

    `from_on` is the later day on which it takes the place of the one followed.
    """

    name: str
    followed: bool
    since: date | None
    from_on: date | None = None


@dataclass(frozen=True)
class ComingValue:
    """What a value will be, and from which day."""

    words: str
    applies_from: date


@dataclass(frozen=True)
class UnitRuleRow:
    """One value as it applies on a day, who supplied it, and what the program ships instead.

    Without a day it applies from, it always did.
    """

    key: str
    title: str
    amount: int
    unit: Unit
    words: str
    basis: str
    supplier: str
    applies_from: date | None
    shipped: str
    differs: bool
    coming: ComingValue | None = None


@dataclass(frozen=True)
class OfferedUpdate:
    """A value that the program now ships otherwise than it was copied, beside what applies."""

    key: str
    title: str
    copied: str
    offered: str
    basis: str
    applies: str


def list_rule_profiles(
    bench: Bench, on: date | None = None, at: datetime | None = None
) -> list[ProfileRow]:
    """Every profile, the base first, with the one followed on a day marked."""
    with bench.asking("list_rule_profiles") as session:
        day = on or bench.today()
        present = _followed(session, day, at)
        followed = present.profile if present else NATIONAL
        since = _day(present.applies_from) if present else None
        later = {row.profile: row.applies_from for row in _later(session, ProfileAdoption, day, at)}
        return [
            ProfileRow(name, name == followed, since if name == followed else None, later.get(name))
            for name in profile_names()
        ]


def list_unit_rules(
    bench: Bench, on: date | None = None, at: datetime | None = None
) -> list[UnitRuleRow]:
    """Every value that applies on a day, today unless named, as known at a moment."""
    with bench.asking("list_unit_rules") as session:
        day = on or bench.today()
        present = _followed(session, day, at)
        shipped = _shipped(present.profile if present else NATIONAL)
        kept = {row.key: _day(row.applies_from) for row in _applying(session, UnitRule, day, at)}
        rules = rules_of(session, day, at)
        coming = _coming(_later(session, UnitRule, day, at), rules)
        return [
            _row(rules[key], title, kept.get(key), shipped[key], coming.get(key))
            for key, title in rule_titles().items()
        ]


def offered_rule_updates(bench: Bench) -> list[OfferedUpdate]:
    """What the profile followed says otherwise since it was copied; nothing changes by itself."""
    with bench.asking("offered_rule_updates") as session:
        rules = rules_of(session, bench.today())
        titles = rule_titles()
        return [
            OfferedUpdate(
                key=key,
                title=titles[key],
                copied=before.words if before else "",
                offered=value.words,
                basis=value.basis,
                applies=rules[key].words,
            )
            for key, (before, value) in _offered(session).items()
        ]


def adopt_profile(bench: Bench, name: str, *, applies_from: date, request_id: str = "") -> int:
    """Follow a profile from a day on, whose values are copied; return the key of the adoption.

    What the unit had decided itself for earlier days gives way on that day.
    """
    with bench.doing("adopt_profile", request_id) as work:
        if work.answer is not None:
            return work.answer
        adopted = copy_profile(work.session, work.written, _any_profile(name), applies_from)
        work.about(profile=adopted.profile)
        return work.answers(adopted.id)


def set_unit_rule(
    bench: Bench,
    key: str,
    *,
    amount: int,
    applies_from: date,
    basis: str,
    unit: Unit | None = None,
    request_id: str = "",
) -> int:
    """Decide one value for the unit from a day on, in the unit it is counted in unless named.

    `basis` says by what it was decided. Returns the key of the new value.
    """
    with bench.doing("set_unit_rule", request_id) as work:
        if work.answer is not None:
            return work.answer
        if key not in rule_titles():
            raise NotFound("这条规则")
        counted = unit or rules_of(work.session, applies_from)[key].unit
        because = why_impossible(read_profile(NATIONAL)[key], amount, counted)
        if because:
            raise RuleValueImpossible(rule_titles()[key], because)
        value = RuleValue(key, amount, counted, Standing.DECIDED, required("依据", basis), OWN)
        row = _write(work.session, work.written, value, applies_from)
        work.session.flush()
        work.about(rule=key)
        return work.answers(row.id)


def restore_unit_rule(bench: Bench, key: str, *, applies_from: date) -> None:
    """Take a value from a day on as the profile followed then ships it."""
    with bench.doing("restore_unit_rule") as work:
        if key not in rule_titles():
            raise NotFound("这条规则")
        present = _followed(work.session, applies_from, None)
        shipped = _shipped(present.profile if present else NATIONAL)
        _write(work.session, work.written, shipped[key], applies_from)
        work.about(rule=key)


def take_rule_updates(bench: Bench, keys: Collection[str], *, applies_from: date) -> None:
    """Copy values that are offered, from a day on; those not named stay as they are."""
    with bench.doing("take_rule_updates") as work:
        offered = _offered(work.session)
        for key in keys:
            if key not in offered:
                raise NotFound("这条规则更新")
            _write(work.session, work.written, offered[key][1], applies_from)
        work.about(rules=",".join(sorted(keys)))


def rules_of(session: Session, on: date, at: datetime | None = None) -> Profile:
    """Every value that applies on a day, as known at a moment.

    What was never copied is as 国家规范 ships it.
    """
    present = _followed(session, on, at)
    kept = {row.key: _value(row) for row in _applying(session, UnitRule, on, at)}
    return read_profile(NATIONAL).overlaid(present.profile if present else NATIONAL, kept)


def start_rules(session: Session, written: Written) -> None:
    """Follow 国家规范 within a command, as a new store does until the unit chooses."""
    copy_profile(session, written, read_profile(NATIONAL), ALWAYS)


def copy_profile(
    session: Session, written: Written, profile: Profile, applies_from: date
) -> ProfileAdoption:
    """Write down within a command that a profile is followed, with every value as it is now."""
    adopted = ProfileAdoption(
        profile=profile.name,
        applies_from=applies_from,
        written_at=written.at,
        written_by=written.by,
    )
    session.add(adopted)
    for value in profile.rules.values():
        _write(session, written, value, applies_from)
    session.flush()
    return adopted


def _write(session: Session, written: Written, value: RuleValue, applies_from: date) -> UnitRule:
    row = UnitRule(
        **vars(value), applies_from=applies_from, written_at=written.at, written_by=written.by
    )
    session.add(row)
    return row


def _value(row: UnitRule) -> RuleValue:
    return RuleValue(row.key, row.amount, row.unit, row.standing, row.source, row.profile)


def _day(applies_from: date) -> date | None:
    return None if applies_from == ALWAYS else applies_from


def _followed(session: Session, on: date, at: datetime | None) -> ProfileAdoption | None:
    found = _applying(session, ProfileAdoption, on, at)
    return found[-1] if found else None


def _applying(session: Session, table: type[T], on: date, at: datetime | None) -> list[T]:
    """What applies from a day or an earlier one, the one that counts last."""
    query: Select[T] = select(table).where(table.applies_from <= on)
    if at is not None:
        query = query.where(table.written_at <= at)
    return list(session.scalars(query.order_by(table.applies_from, table.id)))


def _later(session: Session, table: type[T], on: date, at: datetime | None) -> list[T]:
    """What applies from a later day only, the one that counts last on that day last."""
    query: Select[T] = select(table).where(table.applies_from > on)
    if at is not None:
        query = query.where(table.written_at <= at)
    return list(session.scalars(query.order_by(table.applies_from, table.id)))


def _coming(later: list[UnitRule], rules: Profile) -> dict[str, ComingValue]:
    """The first later day on which each value changes."""
    by_day = {(row.key, row.applies_from): _value(row) for row in later}
    found: dict[str, ComingValue] = {}
    for (key, day), value in by_day.items():
        if value.words != rules[key].words:
            found.setdefault(key, ComingValue(value.words, day))
    return found


def _offered(session: Session) -> dict[str, tuple[RuleValue | None, RuleValue]]:
    """Each value shipped otherwise than it was last copied: as it was copied, and as it is now."""
    adopted = session.scalars(select(ProfileAdoption).order_by(ProfileAdoption.id.desc())).first()
    if adopted is None:
        return {}
    rows = select(UnitRule).where(UnitRule.standing != Standing.DECIDED).order_by(UnitRule.id)
    copied = {row.key: _value(row) for row in session.scalars(rows)}
    return {
        key: (copied.get(key), value)
        for key, value in _shipped(adopted.profile).rules.items()
        if copied.get(key) != value
    }


def _any_profile(name: str) -> Profile:
    try:
        return read_profile(name)
    except UnknownProfile as error:
        raise NotFound("这个规则档") from error


def _shipped(name: str) -> Profile:
    """A profile as the program ships it; the base for one that it no longer ships."""
    return read_profile(name if name in profile_names() else NATIONAL)


def _row(
    value: RuleValue,
    title: str,
    applies_from: date | None,
    shipped: RuleValue,
    coming: ComingValue | None,
) -> UnitRuleRow:
    return UnitRuleRow(
        key=value.key,
        title=title,
        amount=value.amount,
        unit=value.unit,
        words=value.words,
        basis=value.basis,
        supplier=value.profile,
        applies_from=applies_from,
        shipped=shipped.words,
        differs=(value.amount, value.unit) != (shipped.amount, shipped.unit),
        coming=coming,
    )
