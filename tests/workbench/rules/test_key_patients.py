"""Who gets special attention."""

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from data.clinical_codes import Adherence, CaseFact, Guardianship, Insight, Symptoms
from tests.workbench.rules.known import WELL, completions, given, pivotal, some_facts
from workbench.rules.facts import Facts
from workbench.rules.key_patients import is_key_patient, key_patient


def found_of(facts):
    """What is found, which is never otherwise than lists are told."""
    found = key_patient(facts)
    assert is_key_patient(facts) is found.is_key
    return found


@pytest.mark.parametrize(
    ("facts", "reasons"),
    [
        ({"insight": Insight.ABSENT}, ("病情不稳定",)),
        ({"insight": Insight.PARTIAL}, ("病情基本稳定",)),
        ({"past_serious_harm": True}, ("既往有严重伤害或自杀行为",)),
        ({"adherence": Adherence.NONE}, ("不服药",)),
        ({"adherence": Adherence.INTERMITTENT}, ("间断服药",)),
        ({"guardianship": Guardianship.WEAK}, ("弱监护",)),
        ({"guardianship": Guardianship.NONE}, ("无监护",)),
        (
            {"guardianship": Guardianship.WEAK, "adherence": Adherence.NONE},
            ("不服药", "弱监护"),
        ),
    ],
)
def test_each_of_the_five_groups_is_a_reason(facts, reasons):
    found = found_of(given(**facts))
    assert (found.is_key, found.reasons, found.missing) == (True, reasons, ())


@pytest.mark.parametrize(
    "facts", [{}, {"police_listed": True}, {"adherence": Adherence.NOT_NEEDED}]
)
def test_nothing_else_is(facts):
    assert found_of(given(**facts)).is_key is False


def test_one_known_reason_is_enough():
    assert found_of(Facts(adherence=Adherence.NONE)).is_key is True


def test_a_class_that_is_open_between_two_groups_is_a_reason_all_the_same():
    found = found_of(given(symptoms=Symptoms.PRESENT, insight=None))
    assert (found.is_key, found.reasons) == (True, ("病情基本稳定或不稳定",))


def test_all_five_must_be_denied():
    found = found_of(given(past_serious_harm=None))
    assert (found.is_key, found.missing) == (None, (CaseFact.PAST_SERIOUS_HARM,))
    assert found_of(WELL).reasons == ("重点管理对象的五类情形都不符合",)


@settings(max_examples=60, deadline=None)
@examples(st.data())
def test_it_is_open_exactly_while_completions_differ(data):
    facts = some_facts(data, 4)
    possible = {found_of(full).is_key for _, full in completions(facts)}
    found = found_of(facts)
    assert found.is_key == (possible.pop() if len(possible) == 1 else None)
    assert set(found.missing) == pivotal(facts, lambda full: found_of(full).is_key)
