"""Option numbers moved between the forms of 2011 and 2017; nothing is carried over by guessing."""

import pytest

from data.clinical_codes import Adherence, Insight
from data.codes import Stability
from data.form_versions import NoCounterpart, is_on, number_of, options, read_number, words_of
from data.visit_codes import (
    DangerousAct,
    FormVersion,
    HospitalStay,
    LostReason,
    ReactionSeen,
    Symptom,
    TreatmentEffect,
)

OLD, NEW = FormVersion.V2011, FormVersion.V2017
MOVED = (DangerousAct, Adherence, HospitalStay, Stability, ReactionSeen, TreatmentEffect)

PRINTED_2011 = {
    DangerousAct: "1轻度滋事 2肇事 3肇祸 4自伤 5自杀未遂 6无",
    Adherence: "1规律 2间断 3不服药",
    HospitalStay: "0从未住院 1目前正在住院 2既往住院，现未住院",
    Stability: "0未访到 1不稳定 2基本稳定 3稳定",
    ReactionSeen: "1无 2有",
    TreatmentEffect: "1痊愈 2好转 3无变化 4加重",
}


@pytest.mark.parametrize("codes", PRINTED_2011, ids=lambda codes: codes.__name__)
def test_the_older_form_reads_as_it_was_printed(codes):
    spelled = " ".join(f"{number}{words}" for number, words in options(codes, OLD))
    assert spelled == PRINTED_2011[codes]


@pytest.mark.parametrize(
    ("old", "code", "new"),
    [
        ("1", DangerousAct.MINOR, "1"),
        ("4", DangerousAct.SELF_HARM, "5"),
        ("5", DangerousAct.SUICIDE_ATTEMPT, "6"),
        ("6", DangerousAct.NONE, "7"),
        ("3", Adherence.NONE, "3"),
        ("1", HospitalStay.PRESENT, "1"),
        ("2", Stability.BASICALLY_STABLE, "2"),
        ("2", ReactionSeen.SEEN, "2"),
        ("4", TreatmentEffect.WORSE, "4"),
    ],
)
def test_a_number_of_either_form_means_the_same(old, code, new):
    assert read_number(type(code), old, OLD) is code
    assert read_number(type(code), new, NEW) is code
    assert (number_of(code, OLD), number_of(code, NEW)) == (old, new)


@pytest.mark.parametrize(
    "code",
    [
        DangerousAct.OTHER_HARM,
        Adherence.NOT_NEEDED,
        HospitalStay.NONE,
        ReactionSeen.NOT_APPLICABLE,
        TreatmentEffect.NOT_APPLICABLE,
    ],
)
def test_what_the_older_form_cannot_say_is_refused(code):
    with pytest.raises(NoCounterpart):
        number_of(code, OLD)


@pytest.mark.parametrize(
    ("codes", "number"), [(Stability, "0"), (HospitalStay, "2"), (DangerousAct, "7")]
)
def test_what_only_the_older_form_said_is_not_read_as_something_else(codes, number):
    with pytest.raises(NoCounterpart):
        read_number(codes, number, OLD)


def test_never_in_hospital_can_be_read_but_not_lately_cannot_be_written_as_never():
    assert read_number(HospitalStay, "0", OLD) is HospitalStay.NONE
    assert number_of(HospitalStay.NONE, OLD, filled_in=OLD) == "0"
    assert number_of(HospitalStay.PAST, OLD) == "2"
    assert not is_on(OLD, HospitalStay.PAST)


@pytest.mark.parametrize("codes", [*MOVED, Insight, Symptom, LostReason])
@pytest.mark.parametrize("version", FormVersion)
def test_whatever_is_on_a_form_goes_back_onto_it(codes, version):
    on_form = [code for code in codes if is_on(version, code)]
    assert on_form
    for code in on_form:
        assert read_number(codes, number_of(code, version, filled_in=version), version) is code


def test_lists_whose_numbers_are_equal_keep_their_own_words():
    assert words_of(LostReason.MOVED, OLD) == "迁居他处"
    assert words_of(Insight.FULL, OLD) == "自知力完全"
