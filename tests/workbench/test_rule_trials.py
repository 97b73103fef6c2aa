"""Trying a value out: both answers side by side, and nothing written."""

from datetime import date

import pytest
import sqlalchemy as sa

from data.clinical_codes import Adherence, Guardianship
from data.codes import RiskLevel
from data.models.audit import AuditRow
from data.rule_values import Unit
from tests.workbench.casework import TODAY, a_patient
from workbench.errors import NotFound
from workbench.rule_trials import TriedValue, try_rules_on_facts, try_rules_on_patient
from workbench.rules.facts import Facts
from workbench.unit_rule_errors import RuleValueImpossible
from workbench.unit_rules import list_unit_rules, set_unit_rule

HIGH_RISK, BASIC = "entry.high_risk.min_criteria", "visit.interval.basic"
THREE = TriedValue(HIGH_RISK, 3, Unit.CRITERIA)
TWO_MET = Facts(
    risk_level=RiskLevel.AT_HOME,
    adherence=Adherence.INTERMITTENT,
    guardianship=Guardianship.ADEQUATE,
    last_visit_on=date(2026, 11, 3),
)


def asked(questions):
    return {each.title: each for each in questions}


def rows_written(bench):
    with bench.store.reading() as session:
        return session.scalar(sa.select(sa.func.count(AuditRow.id)))


def test_both_answers_are_given_with_their_reasons(bench):
    entry = asked(try_rules_on_facts(bench, TWO_MET, THREE))["入组"]
    assert (entry.now.words, entry.differs) == ("高风险", True)
    assert entry.tried.words == "未定"
    assert "须2条（规则档“国家规范”的默认值，单位可改）" in entry.now.because
    assert "须3条（本单位规定，试算，没有保存）" in entry.tried.because


def test_what_the_value_does_not_touch_stays_the_same(bench):
    questions = asked(try_rules_on_facts(bench, TWO_MET, THREE))
    assert [title for title, each in questions.items() if each.differs] == ["入组", "尚缺的情况"]
    assert (
        questions["符合的标准"].now.words
        == "危险性评估1—2级；未服药或服药不规律，除外遵医嘱不需服药"
    )
    same = try_rules_on_facts(bench, TWO_MET, TriedValue(HIGH_RISK, 2, Unit.CRITERIA))
    assert all(each.now == each.tried for each in same)


def test_an_interval_moves_the_next_visit_of_a_patient(bench, team):
    patient = team.patients["GA0102"]
    visit = asked(try_rules_on_patient(bench, patient, TriedValue(BASIC, 14, Unit.DAYS)))[
        "下次随访"
    ]
    assert visit.now.words == "2026年12月3日"
    assert visit.tried.words == "2026年11月17日"
    assert "本单位规定，试算，没有保存" in visit.tried.because


def test_nothing_is_written_and_no_name_is_said(bench, team):
    before, rules = rows_written(bench), list_unit_rules(bench)
    questions = try_rules_on_patient(bench, team.patients["GA0101"], THREE)
    assert rows_written(bench) == before
    assert list_unit_rules(bench) == rules
    assert "石䶮" not in repr(questions)


def test_the_rules_are_those_of_the_day_as_known_then(bench, clock):
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    set_unit_rule(bench, HIGH_RISK, amount=3, applies_from=TODAY, basis="例会决定")
    two = TriedValue(HIGH_RISK, 2, Unit.CRITERIA)
    assert asked(try_rules_on_facts(bench, TWO_MET, two))["入组"].differs
    assert not asked(try_rules_on_facts(bench, TWO_MET, two, at=before))["入组"].differs
    assert not asked(try_rules_on_facts(bench, TWO_MET, two, on=date(2026, 1, 1)))["入组"].differs


def test_what_no_unit_can_work_by_is_refused_in_words(bench):
    patient = a_patient(bench)
    with pytest.raises(RuleValueImpossible, match="最多6条"):
        try_rules_on_patient(bench, patient, TriedValue(HIGH_RISK, 9, Unit.CRITERIA))
    with pytest.raises(NotFound):
        try_rules_on_patient(bench, patient, TriedValue("visit.none", 1, Unit.DAYS))
    with pytest.raises(NotFound):
        try_rules_on_patient(bench, 999, THREE)
