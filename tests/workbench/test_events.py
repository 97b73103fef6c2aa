"""Incidents and what weighs on a patient, with what was known when."""

from dataclasses import replace
from datetime import date

import pytest

from data.form_versions import NoCounterpart, number_of, read_number
from data.register_codes import LifeEventKind
from data.visit_codes import DangerousAct, FormVersion
from tests.workbench.register import BURDEN, FULL, HAPPENED, a_moment
from workbench.errors import EmptyField, NotFound
from workbench.events import (
    Burden,
    correct_incident,
    correct_life_event,
    list_incidents,
    list_life_events,
    record_incident,
    record_life_event,
    withdraw_incident,
    withdraw_life_event,
)
from workbench.patients import register_patient
from workbench.register_errors import DayNotCome, DaysReversed, NoIncident

ACTS = [act for act in DangerousAct if act is not DangerousAct.NONE]


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


@pytest.mark.parametrize("act", ACTS)
def test_every_kind_of_incident_is_kept_as_given(bench, patient, act):
    given = replace(HAPPENED, kind=act)
    record_incident(bench, patient, given)
    assert [row.happened for row in list_incidents(bench, patient)] == [given]


def test_the_numbers_of_the_older_form_mean_the_same_incidents():
    of_2011 = {"1": "轻度滋事", "2": "肇事", "3": "肇祸", "4": "自伤", "5": "自杀未遂"}
    for number, words in of_2011.items():
        act = read_number(DangerousAct, number, FormVersion.V2011)
        assert act.label == words
        assert number_of(act, FormVersion.V2011) == number
    with pytest.raises(NoCounterpart):
        number_of(DangerousAct.OTHER_HARM, FormVersion.V2011)


def test_an_incident_is_refused_in_words(bench, patient):
    with pytest.raises(NoIncident):
        record_incident(bench, patient, replace(HAPPENED, kind=DangerousAct.NONE))
    with pytest.raises(EmptyField, match="经过"):
        record_incident(bench, patient, replace(HAPPENED, words=" "))
    with pytest.raises(DayNotCome):
        record_incident(bench, patient, replace(HAPPENED, happened_on=date(2027, 1, 1)))
    with pytest.raises(NotFound):
        record_incident(bench, 99, HAPPENED)
    assert list_incidents(bench, patient) == []


def test_an_incident_is_corrected_and_withdrawn_and_what_was_known_stays(bench, patient, clock):
    key = record_incident(bench, patient, HAPPENED, request_id="r1")
    assert record_incident(bench, patient, HAPPENED, request_id="r1") == key
    before = a_moment(clock)
    graver = replace(HAPPENED, kind=DangerousAct.GRAVE_OFFENCE)
    correct_incident(bench, key, graver, why="派出所来函")
    assert list_incidents(bench, patient)[0].happened == graver
    withdraw_incident(bench, key, why="不是本人")
    assert list_incidents(bench, patient) == []
    assert list_incidents(bench, patient, at=before)[0].happened == HAPPENED
    assert list_incidents(bench, patient, on=date(2026, 9, 11), at=before) == []


@pytest.mark.parametrize("kind", LifeEventKind)
def test_what_weighs_on_a_patient_is_kept_and_ends(bench, patient, kind, clock):
    given = replace(BURDEN, kind=kind)
    key = record_life_event(bench, patient, given, request_id="r1")
    assert record_life_event(bench, patient, given, request_id="r1") == key
    before = a_moment(clock)
    ended = replace(given, until_on=date(2026, 11, 1))
    correct_life_event(bench, key, ended, why="已出院")
    burden = list_life_events(bench, patient)[0].burden
    assert burden == ended
    assert burden.weighs_on(date(2026, 11, 1))
    assert not burden.weighs_on(date(2026, 11, 2))
    assert not burden.weighs_on(date(2026, 9, 30))
    assert list_life_events(bench, patient, at=before)[0].burden == given
    withdraw_life_event(bench, key, why="记错人")
    assert list_life_events(bench, patient) == []


def test_that_there_was_none_can_be_said_and_is_not_the_same_as_unknown(bench, patient):
    asked = Burden(date(2026, 11, 1), LifeEventKind.SUBSTANCE, present=False)
    record_life_event(bench, patient, asked)
    burden = list_life_events(bench, patient)[0].burden
    assert burden == asked
    assert not burden.weighs_on(date(2026, 11, 1))


def test_an_event_is_refused_in_words(bench, patient):
    with pytest.raises(EmptyField, match="情况说明"):
        record_life_event(bench, patient, replace(BURDEN, words=""))
    with pytest.raises(DaysReversed):
        record_life_event(bench, patient, replace(BURDEN, until_on=date(2026, 9, 1)))
