"""The rules a unit follows: what was copied, what it decided, and what the program offers."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

import data.profiles
from data.codes import AccountKind, CaseKind
from data.profiles import NATIONAL, profile_names, read_profile, rule_titles
from data.register_codes import ConsentAnswer
from data.rule_values import Unit
from tests.builders import at_bench
from tests.shipped import ship
from tests.workbench.casework import NONE_MET, ON, TODAY, TWO_MET, a_patient, an_intake
from tests.workbench.register import a_moment
from workbench.accounts import create_store
from workbench.case_life import check_case_goals
from workbench.consents import Asked, record_consent
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.intake_reading import read_intake
from workbench.intake_suggestions import suggest_intake
from workbench.intakes import Assessed, review_criteria
from workbench.register import read_patient
from workbench.unit_rule_errors import RuleValueImpossible
from workbench.unit_rules import (
    OWN,
    ComingValue,
    adopt_profile,
    list_rule_profiles,
    list_unit_rules,
    offered_rule_updates,
    restore_unit_rule,
    rules_of,
    set_unit_rule,
    take_rule_updates,
)

GUANZHUANG, QIYUNSHAN = "管庄地区(2019)", "齐云山镇(2024)"
BASIC, HIGH_RISK = "visit.interval.basic", "entry.high_risk.min_criteria"
MARCH, JUNE = date(2026, 3, 1), date(2026, 6, 1)


def rules(bench, on=TODAY, at=None):
    with bench.store.reading() as session:
        return rules_of(session, on, at)


def row(bench, key, **when):
    return next(row for row in list_unit_rules(bench, **when) if row.key == key)


def decide(bench, key=BASIC, amount=2, applies_from=JUNE, basis="2026年第5次例会决定", **more):
    return set_unit_rule(bench, key, amount=amount, applies_from=applies_from, basis=basis, **more)


def test_a_store_in_which_nothing_was_copied_follows_the_national_rules(bench):
    assert rules(bench) == read_profile(NATIONAL)
    assert [r.name for r in list_rule_profiles(bench) if r.followed] == [NATIONAL]
    assert offered_rule_updates(bench) == []


def test_every_value_is_listed_by_name_with_what_it_rests_on(bench):
    listed = list_unit_rules(bench)
    assert [r.key for r in listed] == list(rule_titles()) == list(read_profile(NATIONAL).rules)
    found = row(bench, BASIC)
    assert (found.title, found.words) == ("病情基本稳定的随访间隔", "1个月")
    assert found.basis == "规则档“国家规范”的默认值，单位可改"
    assert (found.supplier, found.applies_from, found.differs) == (NATIONAL, None, False)


def test_no_two_values_are_called_the_same():
    assert len(set(rule_titles().values())) == len(rule_titles())


def test_a_new_store_has_the_national_rules_copied_for_every_day(tmp_path, clock):
    made = create_store(
        tmp_path / "new",
        unit="云栖镇",
        password="shili-kouling",
        now=clock,
        computer=lambda: None,
    )
    assert rules(made.bench, date(1990, 1, 1)) == read_profile(NATIONAL)
    first = list_rule_profiles(made.bench)[0]
    assert (first.name, first.followed, first.since) == (NATIONAL, True, None)
    decide(made.bench, applies_from=date(1990, 1, 1))
    assert rules(made.bench)[BASIC].amount == 2
    made.bench.close()


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_holds_from_the_day_it_is_adopted(bench, name):
    adopt_profile(bench, name, applies_from=JUNE)
    assert rules(bench, date(2026, 5, 31)) == read_profile(NATIONAL)
    assert rules(bench, JUNE) == read_profile(name)
    assert [(r.name, r.since) for r in list_rule_profiles(bench) if r.followed] == [(name, JUNE)]
    assert {r.supplier for r in list_unit_rules(bench)} <= {name, NATIONAL}


def test_the_latest_to_begin_holds_and_of_one_day_the_later_written(bench):
    adopt_profile(bench, GUANZHUANG, applies_from=MARCH)
    decide(bench, amount=2, applies_from=JUNE)
    decide(bench, amount=6, applies_from=MARCH)
    assert [rules(bench, day)[BASIC].amount for day in (MARCH, JUNE)] == [6, 2]
    decide(bench, amount=3, applies_from=JUNE)
    assert rules(bench)[BASIC].amount == 3


def test_what_was_known_before_a_rule_was_written_stays_known(bench, clock):
    before = a_moment(clock)
    adopt_profile(bench, QIYUNSHAN, applies_from=MARCH)
    decide(bench, applies_from=MARCH)
    assert rules(bench, at=before) == read_profile(NATIONAL)
    assert row(bench, BASIC, at=before).words == "1个月"
    assert row(bench, BASIC, on=date(2026, 2, 28)).words == "1个月"
    assert row(bench, BASIC).words == "2个月"


def test_a_value_of_the_unit_names_the_unit_and_what_decided_it(bench):
    decide(bench)
    found = row(bench, BASIC)
    assert (found.words, found.supplier, found.applies_from) == ("2个月", OWN, JUNE)
    assert found.basis == "本单位规定，2026年第5次例会决定"
    assert (found.differs, found.shipped) == (True, "1个月")


def test_an_interval_may_be_decided_in_days(bench):
    decide(bench, amount=45, unit=Unit.DAYS)
    assert row(bench, BASIC).words == "45天"
    decide(bench, amount=30)
    assert row(bench, BASIC).words == "30天"


@pytest.mark.parametrize(
    ("key", "amount", "unit", "words"),
    [
        (BASIC, 0, None, "“病情基本稳定的随访间隔”的数值不对：应大于0。"),
        (BASIC, -3, None, "“病情基本稳定的随访间隔”的数值不对：应大于0。"),
        (BASIC, 2, Unit.TIMES, "“病情基本稳定的随访间隔”的数值不对：应以“个月”计。"),
        (HIGH_RISK, 7, None, "“高风险个案的入组标准条数”的数值不对：最多6条。"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words(bench, key, amount, unit, words):
    with pytest.raises(RuleValueImpossible, match=words):
        decide(bench, key=key, amount=amount, unit=unit)
    assert rules(bench) == read_profile(NATIONAL)


def test_a_rule_or_profile_that_does_not_exist_is_refused(bench):
    with pytest.raises(NotFound):
        decide(bench, key="visit.interval.none")
    with pytest.raises(NotFound):
        adopt_profile(bench, "云栖镇", applies_from=JUNE)
    with pytest.raises(EmptyField):
        decide(bench, basis=" ")


def test_the_same_request_decides_once(bench):
    first = decide(bench, request_id="a")
    assert decide(bench, amount=5, request_id="a") == first
    adopted = adopt_profile(bench, GUANZHUANG, applies_from=JUNE, request_id="b")
    assert adopt_profile(bench, QIYUNSHAN, applies_from=JUNE, request_id="b") == adopted
    assert [r.name for r in list_rule_profiles(bench) if r.followed] == [GUANZHUANG]


def test_only_who_records_decides_and_everybody_may_look(bench):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    assert len(list_unit_rules(reader)) == len(list_unit_rules(bench))
    with pytest.raises(NotPermitted):
        decide(reader)
    with pytest.raises(NotPermitted):
        adopt_profile(reader, GUANZHUANG, applies_from=JUNE)


def test_a_new_version_offers_what_it_ships_otherwise_and_changes_nothing(bench, monkeypatch):
    adopt_profile(bench, QIYUNSHAN, applies_from=MARCH)
    decide(bench, amount=6)
    assert offered_rule_updates(bench) == []
    ship(monkeypatch, QIYUNSHAN, BASIC, amount=2)
    assert rules(bench)[BASIC].amount == 6
    assert rules(bench, MARCH)[BASIC].amount == 1
    (offered,) = offered_rule_updates(bench)
    assert (offered.key, offered.title) == (BASIC, "病情基本稳定的随访间隔")
    assert (offered.copied, offered.offered, offered.applies) == ("1个月", "2个月", "6个月")
    assert offered.basis.startswith("规则档“齐云山镇(2024)”，齐云山镇")


def test_an_update_holds_from_the_day_it_is_taken(bench, monkeypatch):
    adopt_profile(bench, QIYUNSHAN, applies_from=MARCH)
    ship(monkeypatch, QIYUNSHAN, BASIC, amount=2)
    ship(monkeypatch, QIYUNSHAN, "screen.full", amount=6)
    take_rule_updates(bench, [BASIC], applies_from=JUNE)
    assert [rules(bench, day)[BASIC].amount for day in (MARCH, JUNE)] == [1, 2]
    assert [o.key for o in offered_rule_updates(bench)] == ["screen.full"]
    with pytest.raises(NotFound):
        take_rule_updates(bench, ["screen.full", BASIC], applies_from=JUNE)
    assert [o.key for o in offered_rule_updates(bench)] == ["screen.full"]


def test_a_value_the_program_did_not_know_before_is_offered(bench, monkeypatch):
    with monkeypatch.context() as older:
        shipped = read_profile(NATIONAL)
        known = {key: value for key, value in shipped.rules.items() if key != BASIC}
        older.setattr(data.profiles, "_profiles", lambda: {NATIONAL: replace(shipped, rules=known)})
        adopt_profile(bench, NATIONAL, applies_from=MARCH)
    (offered,) = offered_rule_updates(bench)
    assert (offered.key, offered.copied, offered.offered) == (BASIC, "", "1个月")
    assert rules(bench)[BASIC] == shipped[BASIC]


def test_a_profile_that_is_no_longer_shipped_still_holds(bench, monkeypatch):
    adopt_profile(bench, GUANZHUANG, applies_from=MARCH)
    kept = read_profile(GUANZHUANG)
    shipped = {NATIONAL: read_profile(NATIONAL)}
    monkeypatch.setattr(data.profiles, "_profiles", lambda: shipped)
    assert rules(bench) == kept
    assert not any(r.differs for r in list_unit_rules(bench))


@pytest.mark.parametrize("table", ["unit_rule", "profile_adoption"])
def test_what_was_decided_is_never_changed_in_place(bench, table):
    adopt_profile(bench, GUANZHUANG, applies_from=MARCH)
    for statement in (f"UPDATE {table} SET applies_from = '2030-01-01'", f"DELETE FROM {table}"):
        with (
            pytest.raises(IntegrityError, match=f"{table} is fixed"),
            bench.store.writing() as session,
        ):
            session.execute(sa.text(statement))


def test_an_assessment_goes_by_the_rules_of_its_day(bench):
    decide(bench, HIGH_RISK, amount=3, applies_from=date(ON.year, ON.month, ON.day + 1))
    patient = a_patient(bench)
    assert read_intake(bench, an_intake(bench, patient)).kind is CaseKind.HIGH_RISK
    decide(bench, HIGH_RISK, amount=3, applies_from=ON)
    assert read_intake(bench, an_intake(bench, patient)).kind is None


def test_what_is_suggested_names_the_rule_of_the_unit(bench, team):
    patient = team.patients["GA0101"]
    decide(bench, HIGH_RISK, amount=3, applies_from=ON)
    assert "2条（规则档“国家规范”的默认值" in suggest_intake(bench, patient, MARCH).because
    assert "3条（本单位规定，2026年第5次例会决定" in suggest_intake(bench, patient).because


def test_how_many_reviews_end_a_case_is_up_to_the_unit(bench, team):
    case = team.cases["GA0101"]
    review_criteria(bench, case, Assessed(TODAY, NONE_MET))
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    before = check_case_goals(bench, case)
    decide(bench, "exit.clean_reviews", amount=1)
    assert (before.used.amount, check_case_goals(bench, case).used.profile) == (3, OWN)


def test_who_refused_is_asked_again_by_the_rule_of_that_day(bench):
    patient = a_patient(bench)
    decide(bench, "consent.reask", amount=6)
    for asked_on, again in ((date(2026, 5, 31), date(2027, 5, 31)), (JUNE, date(2026, 12, 1))):
        record_consent(bench, patient, Asked(asked_on, ConsentAnswer.REFUSED))
        assert read_patient(bench, patient, on=asked_on).consent.asked.ask_again_on == again


def test_a_value_that_is_to_come_is_announced(bench):
    decide(bench, amount=3, applies_from=date(2027, 3, 1))
    decide(bench, amount=2, applies_from=date(2027, 1, 1))
    decide(bench, amount=1, applies_from=date(2026, 12, 1))
    found = row(bench, BASIC)
    assert (found.words, found.coming) == ("1个月", ComingValue("2个月", date(2027, 1, 1)))
    adopt_profile(bench, QIYUNSHAN, applies_from=date(2027, 6, 1))
    assert [r.from_on for r in list_rule_profiles(bench) if r.name == QIYUNSHAN] == [
        date(2027, 6, 1)
    ]
    assert row(bench, "meeting.leading").coming is None


def test_a_value_goes_back_to_what_the_program_ships(bench):
    adopt_profile(bench, QIYUNSHAN, applies_from=MARCH)
    decide(bench, amount=6, applies_from=MARCH)
    restore_unit_rule(bench, BASIC, applies_from=JUNE)
    assert [rules(bench, day)[BASIC].amount for day in (MARCH, JUNE)] == [6, 1]
    found = row(bench, BASIC)
    assert (found.supplier, found.differs) == (QIYUNSHAN, False)
    with pytest.raises(NotFound):
        restore_unit_rule(bench, "visit.none", applies_from=JUNE)
