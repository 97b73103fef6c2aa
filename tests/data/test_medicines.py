"""The table of medicines: names and intervals with their source, and nothing about how much."""

from data.medication_codes import DoseUnit, Span
from data.medicines import long_acting, medicine_names
from data.rule_values import Standing

INTERVALS = {
    "haloperidol_decanoate": (4, Span.WEEKS, None, 0, Standing.DEFAULT),
    "fluphenazine_decanoate": (None, None, None, 0, Standing.DEFAULT),
    "risperidone_microspheres": (2, Span.WEEKS, None, 0, Standing.DEFAULT),
    "pp1m": (1, Span.MONTHS, 7, 0, Standing.DEFAULT),
    "pp3m": (3, Span.MONTHS, None, 7, Standing.STATED),
}


def test_intervals_and_windows_are_those_of_the_source():
    assert {
        m.key: (m.every, m.unit, m.second_after_days, m.window_days, m.window_standing)
        for m in long_acting()
    } == INTERVALS


def test_every_row_names_its_source_and_none_holds_a_dose():
    for medicine in long_acting():
        assert medicine.source
        assert not any(word in medicine.note for word in ("mg", "剂量", "mL"))
    assert all(name.source for name in medicine_names())


def test_only_the_paliperidones_are_counted_in_mg_eq():
    in_mg_eq = {m.key for m in long_acting() if m.dose_unit is DoseUnit.MG_EQ}
    assert in_mg_eq == {"pp1m", "pp3m"}


def test_only_the_microspheres_are_kept_cold():
    assert {m.key for m in long_acting() if m.refrigerated} == {"risperidone_microspheres"}


def test_no_name_stands_twice():
    names = [medicine.name for medicine in medicine_names()]
    assert len(names) == len(set(names)) > 20
