"""An import is taken back as a whole, unless something was built on it since."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from data.codes import CaseKind, MemberRole, Sex, VisitForm
from data.import_codes import ImportKind
from tests.workbench.imports.sheets import (
    HEADER,
    MEMBER_HEADER,
    given,
    id_number,
    pasted,
    previewed,
)
from workbench.audit import verify_store
from workbench.cases import Entry, open_case_management
from workbench.errors import EmptyField, NotFound
from workbench.guardians import list_guardians
from workbench.imports.applying import apply_import, list_imports, preview_import
from workbench.imports.errors import AlreadyUndone, BuiltUpon
from workbench.imports.undoing import undo_import
from workbench.patients import Particulars, correct_patient, details_on, register_patient
from workbench.teams import end_membership, list_members
from workbench.visits import record_visit, withdraw_visit

WHO = ["郜长风", id_number(), "男", "", "梧桐村3组", "精神分裂症", "郜某"]
OTHER = ["蔺小川", id_number("19910101", 2), "女", "", "柳溪村", "双相障碍", ""]


def imported(bench, *rows, header=(*HEADER, "监护人"), kind=ImportKind.PATIENTS, **more):
    listed = given(bench, pasted(*rows, header=header), kind, **more)
    return apply_import(bench, listed, seen=preview_import(bench, listed).seen)


def village(bench, patient, at=None):
    with bench.store.reading() as session:
        return details_on(session, patient, bench.today(), at).village


def new_rows(bench):
    return len(previewed(bench, pasted(WHO, OTHER, header=[*HEADER, "监护人"])).new)


def test_new_people_are_taken_off_the_register_again(bench, clock):
    run = imported(bench, WHO, OTHER)
    moment = clock()
    clock.move(hours=1)
    undo_import(bench, run, why="导错了表格")
    assert new_rows(bench) == 2
    with pytest.raises(NotFound):
        village(bench, 1)
    assert list_guardians(bench, 1) == []
    assert village(bench, 1, at=moment) == "梧桐村3组"  # what was known then stays known
    assert list_imports(bench)[0].undone_at is not None
    assert all(finding.good for finding in verify_store(bench))


def test_what_held_before_holds_again(bench, clock):
    imported(bench, WHO)
    clock.move(days=30)
    run = imported(bench, [*WHO[:4], "柳溪村", "", ""], OTHER)
    assert village(bench, 1) == "柳溪村"
    undo_import(bench, run, why="是去年的名册")
    assert village(bench, 1) == "梧桐村3组"
    assert new_rows(bench) == 1


def test_a_reason_is_needed(bench):
    run = imported(bench, WHO)
    with pytest.raises(EmptyField, match="撤销理由"):
        undo_import(bench, run, why=" ")
    assert village(bench, 1) == "梧桐村3组"


def test_it_can_be_taken_back_once_and_imported_again(bench):
    run = imported(bench, WHO)
    undo_import(bench, run, why="导错了")
    with pytest.raises(AlreadyUndone):
        undo_import(bench, run, why="导错了")
    with pytest.raises(NotFound):
        undo_import(bench, 99, why="导错了")
    imported(bench, WHO)
    assert new_rows(bench) == 1
    assert village(bench, 2) == "梧桐村3组"


def opens_a_case(bench, team, patient):
    entry = Entry("GA0300", CaseKind.UNSTABLE, team.members["穆青禾"])
    open_case_management(bench, patient, entry)


def records_a_visit(bench, team, patient):
    record_visit(bench, patient, visited_on=bench.today(), form=VisitForm.HOME)


def corrects_it(bench, team, patient):
    told = Particulars("郜长风", Sex.MALE, village="柳溪村", id_number=id_number())
    correct_patient(bench, patient, told, why="住处写错了")


def imports_again(bench, team, patient):
    imported(bench, [*WHO[:4], "柳溪村", "", ""])


@pytest.mark.parametrize(
    "build", [opens_a_case, records_a_visit, corrects_it, imports_again], ids=lambda f: f.__name__
)
def test_it_is_refused_once_more_was_recorded_of_somebody_new(bench, team, clock, build):
    run = imported(bench, WHO, OTHER)
    clock.move(days=1)
    with bench.store.reading() as session:
        newest = session.scalar(sa.text("SELECT max(id) FROM patient"))
    build(bench, team, newest - 1)
    with pytest.raises(BuiltUpon, match="有1人"):
        undo_import(bench, run, why="导错了")
    assert new_rows(bench) == 0


def test_a_visit_to_somebody_known_before_does_not_stand_in_the_way(bench, team, clock):
    known = register_patient(bench, Particulars("郜长风", Sex.MALE, date(1980, 2, 29)))
    run = imported(bench, WHO)
    clock.move(days=1)
    records_a_visit(bench, team, known)
    undo_import(bench, run, why="导错了")
    assert village(bench, known) == ""


def test_but_a_later_correction_of_what_was_imported_does(bench, team, clock):
    known = register_patient(bench, Particulars("郜长风", Sex.MALE, date(1980, 2, 29)))
    run = imported(bench, WHO)
    corrects_it(bench, team, known)
    with pytest.raises(BuiltUpon):
        undo_import(bench, run, why="导错了")


def test_what_was_recorded_and_withdrawn_since_does_not(bench):
    run = imported(bench, WHO)
    visit = record_visit(bench, 1, visited_on=bench.today(), form=VisitForm.HOME)
    with pytest.raises(BuiltUpon):
        undo_import(bench, run, why="导错了")
    withdraw_visit(bench, visit, why="记在了别人名下")
    undo_import(bench, run, why="导错了")


def test_two_imports_are_taken_back_from_the_last(bench, clock):
    first = imported(bench, WHO)
    second = imported(bench, [*WHO[:4], "柳溪村", "", ""])
    with pytest.raises(BuiltUpon):
        undo_import(bench, first, why="导错了")
    undo_import(bench, second, why="导错了")
    assert village(bench, 1) == "梧桐村3组"
    undo_import(bench, first, why="导错了")
    assert new_rows(bench) == 2


def members(bench, *rows, team):
    return imported(bench, *rows, header=MEMBER_HEADER, kind=ImportKind.MEMBERS, team_id=team.id)


def on_team(bench, team):
    return {(m.name, m.role, m.unit, m.post) for m in list_members(bench, team.id)}


POLICE = ("亓文涛", MemberRole.POLICE, "民警单位", "")


def test_members_are_taken_off_the_team_again(bench, team):
    before = on_team(bench, team)
    run = members(
        bench,
        ["蒯良材", "社工", "云栖社工站", "", "13800000009"],
        ["亓文涛", "民警", "云栖派出所", "所长", ""],
        team=team,
    )
    assert ("亓文涛", MemberRole.POLICE, "云栖派出所", "所长") in on_team(bench, team)
    assert POLICE not in on_team(bench, team)
    undo_import(bench, run, why="导错了")
    assert on_team(bench, team) == before


def test_a_member_who_was_given_a_case_stays(bench, team):
    run = members(bench, ["蒯良材", "社工", "云栖社工站", "", ""], team=team)
    newest = list_members(bench, team.id)[-1].id
    patient = register_patient(bench, Particulars("丘迟", Sex.MALE))
    open_case_management(bench, patient, Entry("GA0300", CaseKind.UNSTABLE, newest))
    with pytest.raises(BuiltUpon):
        undo_import(bench, run, why="导错了")


def test_a_membership_ended_otherwise_since_stays_ended(bench, team):
    run = members(bench, ["亓文涛", "民警", "云栖派出所", "", ""], team=team)
    end_membership(bench, team.members["亓文涛"], until_on=date(2026, 3, 1))
    with pytest.raises(BuiltUpon):
        undo_import(bench, run, why="导错了")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE imported_row SET patient_id = NULL",
        "DELETE FROM imported_row",
        "UPDATE list_import SET written_at = '2020-01-01'",
        "DELETE FROM list_import",
    ],
)
def test_the_record_of_an_import_cannot_be_changed(bench, statement):
    imported(bench, WHO)
    with pytest.raises(IntegrityError, match="fixed"), bench.store.writing() as session:
        session.execute(sa.text(statement))
