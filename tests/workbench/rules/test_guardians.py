"""What speaks for a weak guardianship, and what nobody has said yet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clinical_codes import Guardianship
from data.register_codes import GuardianState
from workbench.rules.guardians import GuardianFacts, capacity_hint

TODAY = date(2026, 11, 25)
GOOD = GuardianFacts(
    state=GuardianState.ACTING,
    born_on=date(1970, 5, 1),
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
    second_patient=False,
    agreement=True,
)
TRUTHS = st.sampled_from([True, False, None])
ANY = st.builds(
    GuardianFacts,
    state=st.none() | st.sampled_from(GuardianState),
    born_on=st.none() | st.dates(date(1930, 1, 1), date(2000, 1, 1)),
    ill_or_disabled=TRUTHS,
    lives_elsewhere=TRUTHS,
    works_away=TRUTHS,
    has_income=TRUTHS,
    alone_and_absent=TRUTHS,
    second_patient=TRUTHS,
    agreement=st.booleans(),
    refused=st.booleans(),
)


def test_nothing_against_a_guardian_suggests_a_good_one():
    assert capacity_hint(GOOD, on=TODAY).suggested is Guardianship.ADEQUATE


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ill_or_disabled": True}, "监护人患病或残疾"),
        ({"lives_elsewhere": True}, "监护人不与患者同住"),
        ({"works_away": True}, "监护人在外务工"),
        ({"has_income": False}, "监护人没有固定收入"),
        ({"alone_and_absent": True}, "家中只有监护人一人且白天不在家"),
        ({"second_patient": True}, "监护人还在照看另一名患者"),
        ({"agreement": False}, "没有在有效期内的监护协议"),
        ({"agreement": False, "refused": True}, "监护人拒绝签订监护协议"),
        ({"born_on": date(1961, 11, 25)}, "监护人65岁（1961年11月25日出生），已满65岁"),
    ],
)
def test_one_reason_is_enough_for_a_weak_one(change, reason):
    hint = capacity_hint(replace(GOOD, **change), on=TODAY)
    assert (hint.suggested, hint.reasons) == (Guardianship.WEAK, (reason,))


def test_the_age_limit_is_the_units_own_and_counts_from_the_birthday():
    younger = replace(GOOD, born_on=date(1961, 11, 26))
    assert capacity_hint(younger, on=TODAY).suggested is Guardianship.ADEQUATE
    assert capacity_hint(younger, on=TODAY, age_limit=60).reasons == (
        "监护人64岁（1961年11月26日出生），已满60岁",
    )


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (None, "没有登记监护人"),
        (GuardianState.DEAD, "登记的监护人已去世"),
        (GuardianState.MISSING, "登记的监护人下落不明"),
        (GuardianState.REPLACED, "登记的监护人不再担任"),
    ],
)
def test_without_an_acting_guardian_nobody_guards(state, reason):
    hint = capacity_hint(replace(GOOD, state=state), on=TODAY)
    assert (hint.suggested, hint.reasons) == (Guardianship.NONE, (reason,))


def test_what_is_not_known_is_named_and_never_taken_for_good():
    hint = capacity_hint(replace(GOOD, has_income=None, born_on=None), on=TODAY)
    assert hint.suggested is None
    assert hint.missing == ("监护人的出生日期", "监护人是否有固定收入")


@given(ANY)
def test_every_hint_explains_itself(facts):
    hint = capacity_hint(facts, on=TODAY)
    assert hint.reasons
    assert (hint.suggested is None) <= bool(hint.missing)


@given(ANY, st.sampled_from(["ill_or_disabled", "lives_elsewhere", "works_away"]))
def test_finding_out_never_takes_back_what_was_suggested(facts, field):
    before = capacity_hint(replace(facts, **{field: None}), on=TODAY).suggested
    after = capacity_hint(facts, on=TODAY).suggested
    assert before is None or after is before
