"""Ways of looking at the register are kept under names, in the store."""

from datetime import date

import pytest

from data.codes import AccountKind, CaseKind, RiskLevel, Stability, VisitForm
from tests.builders import at_bench, reopened
from workbench.case_life import change_case_manager
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.patient_standings import list_patient_standings
from workbench.patients import Particulars, register_patient
from workbench.saved_views import Narrowing, View, drop_view, list_views, save_view
from workbench.screen import Sex
from workbench.visits import record_visit

VIEW = View(
    "managed",
    "visit",
    Narrowing(RiskLevel.ANYWHERE, None, CaseKind.HIGH_RISK, "柳溪村", "双相障碍"),
)


def test_a_list_is_narrowed_to_the_open_cases_of_one_case_manager(bench, team):
    change_case_manager(bench, team.cases["GA0102"], team.members["亓文涛"])
    narrowing = Narrowing(case_manager_id=team.members["亓文涛"])
    rows = [row for row in list_patient_standings(bench) if narrowing.meets(row)]
    assert [(row.id, row.case_manager) for row in rows] == [(team.patients["GA0102"], "亓文涛")]
    key = save_view(bench, "亓文涛的个案", View("managed", "visit", narrowing))
    assert [row.view.narrowing for row in list_views(bench) if row.id == key] == [narrowing]


def test_a_view_comes_back_as_it_was_kept(bench):
    save_view(bench, "柳溪村三级以上", VIEW)
    again = reopened(bench)
    assert [(row.name, row.view) for row in list_views(again)] == [("柳溪村三级以上", VIEW)]
    again.close()


def test_the_later_view_takes_the_place_of_an_earlier_one_of_its_name(bench):
    save_view(bench, "每月", VIEW)
    key = save_view(bench, "每月", View("all", "level"))
    assert [(row.id, row.view.shown) for row in list_views(bench)] == [(key, "all")]


def test_a_view_is_dropped_once(bench):
    key = save_view(bench, "每月", VIEW)
    drop_view(bench, key)
    assert list_views(bench) == []
    with pytest.raises(NotFound):
        drop_view(bench, key)


def test_a_view_needs_a_name_and_a_right(bench):
    with pytest.raises(EmptyField):
        save_view(bench, " ", VIEW)
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        save_view(reader, "每月", VIEW)


def test_a_list_is_narrowed_by_level_class_kind_illness_and_village(bench, team):
    first, second = team.patients["GA0101"], team.patients["GA0103"]
    day = date(2026, 11, 20)
    record_visit(bench, second, visited_on=day, form=VisitForm.HOME, level=RiskLevel.VERBAL)
    other = register_patient(bench, Particulars("丘迟", Sex.MALE, village="柳溪村"))

    def left(**given):
        narrowing = Narrowing(**given)
        return [row.id for row in list_patient_standings(bench) if narrowing.meets(row)]

    everybody = [*team.patients.values(), other]
    assert left() == everybody
    assert left(village="柳溪村") == [other]
    assert left(diagnosis="精神分裂症") == everybody[:-1]
    assert left(kind=CaseKind.HIGH_RISK) == everybody[:-1]
    assert left(kind=CaseKind.UNSTABLE) == []
    assert left(least_level=RiskLevel.ANYWHERE) == [first]
    assert second in left(least_level=RiskLevel.VERBAL)
    assert other not in left(least_level=RiskLevel.VERBAL)
    known = {row.id: row.stability for row in list_patient_standings(bench)}
    for stability in Stability:
        assert left(stability=stability) == [k for k in everybody if known[k] is stability]
