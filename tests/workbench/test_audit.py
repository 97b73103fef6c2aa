"""Verifying a store: whatever was changed behind its back is found, and the field is named."""

import re
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from data import triggers
from data.cipher import make_engine
from data.codes import AccountKind, Sex
from data.models.accounts import Account
from data.store import open_store
from tests.builders import Clock, a_closed_meeting, a_store, a_team, at_bench
from workbench.audit import verify_store
from workbench.backups import back_up
from workbench.patients import Particulars, correct_patient
from workbench.teams import end_membership

SUBJECTS = ["file", "references", "seals", "attachments", "audit"]


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """A store with two closed meetings whose guards were taken away, as an attacker would."""
    moment = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
    bench = a_store(tmp_path_factory.mktemp("verify") / "store", Clock(moment))
    team = a_team(bench)
    a_closed_meeting(bench, team, date(2026, 10, 28))
    a_closed_meeting(bench, team)
    assert all(finding.good for finding in verify_store(bench))
    with bench.store.writing() as session:
        session.add(Account(name="另一人", kind=AccountKind.READER))
        triggers.drop_all(session.connection())
    yield bench
    bench.close()


def found_after(bench, statement, **values):
    """Change something, verify, and put it back; return what the seals finding says."""
    with bench.store.inspecting() as connection:
        table = re.search(r'(?:UPDATE|FROM) "?(\w+)', statement).group(1)
        rows = connection.execute(sa.text(f'SELECT * FROM "{table}"')).mappings().all()
    with bench.store.writing() as session:
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        session.execute(sa.text(statement), values)
    findings = {finding.subject: finding for finding in verify_store(bench)}
    with bench.store.writing() as session:
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        session.execute(sa.text(f'DELETE FROM "{table}"'))
        names = list(rows[0])
        columns, marks = ", ".join(f'"{n}"' for n in names), ", ".join(f":{n}" for n in names)
        for row in rows:
            insert = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
            session.execute(sa.text(insert), dict(row))
    return findings["seals"]


def test_an_untouched_store_is_good_in_every_respect(bench, team):
    a_closed_meeting(bench, team)
    findings = verify_store(bench)
    assert [finding.subject for finding in findings] == SUBJECTS
    assert all(finding.good for finding in findings)
    assert "5份封存件与现有记录一致" in findings[2].sentence


def test_missing_guards_are_found(sealed):
    assert not verify_store(sealed)[0].good


CHANGES = {
    "UPDATE meeting SET place = '别处' WHERE id = 2": "place",
    "UPDATE meeting SET begins = '09:00:00' WHERE id = 2": "begins",
    "UPDATE meeting SET ends = '17:00:00' WHERE id = 2": "ends",
    "UPDATE meeting SET team_name = '别的小组' WHERE id = 2": "unit",
    "UPDATE meeting SET number = 9 WHERE id = 2": "meeting",
    "UPDATE meeting SET opening = '没有宣读' WHERE id = 2": "opening",
    "UPDATE meeting SET other_matters = '另一件事' WHERE id = 2": "other_matters",
    "UPDATE meeting SET closing = '没有宣读' WHERE id = 2": "closing",
    "UPDATE meeting SET next_held_on = '2027-01-06' WHERE id = 2": "next_meeting.held_on",
    "UPDATE meeting SET held_on = '2026-11-26' WHERE id = 2": "held_on",
    "UPDATE meeting SET chair_id = 5 WHERE id = 2": "chair.name",
    "UPDATE meeting SET recorder_id = 5 WHERE id = 2": "recorder",
    "UPDATE meeting SET closed_at = '2026-11-30 00:00:00' WHERE id = 2": "closed_at",
    "UPDATE attendance SET present = 0 WHERE meeting_id = 2 AND member_id = 5": "present",
    "DELETE FROM attendance WHERE meeting_id = 2 AND member_id = 6": "expected",
    "UPDATE agenda_item SET position = 9 WHERE id = 4": "items[0].name",
    "UPDATE agenda_item SET tier = 'round' WHERE id = 4": "items[0].tier",
    "DELETE FROM opinion WHERE item_id = 5": "items[1].opinions",
    "UPDATE opinion SET words = '出警十次' WHERE item_id = 4": "items[0].opinions[0].words",
    "UPDATE opinion SET level = 5 WHERE item_id = 4": "items[0].opinions[0].level",
    "UPDATE opinion SET member_id = 5 WHERE item_id = 4": "items[0].opinions[0].name",
    "UPDATE opinion SET dissent = '不同意' WHERE item_id = 4": "items[0].dissents",
    "UPDATE assessment SET level = 0 WHERE item_id = 6": "items[2].level",
    "UPDATE assessment SET stability = '3' WHERE item_id = 6": "items[2].stability",
    "UPDATE assessment SET reason = '好转' WHERE item_id = 6": "items[2].reason",
    "UPDATE decision SET text = '不管了' WHERE item_id = 4": "items[0].decisions[0].text",
    "UPDATE decision SET due_on = '2027-05-01' WHERE item_id = 4": "items[0].decisions[0].due_on",
    "UPDATE decision SET implementer_id = 5 WHERE item_id = 4": (
        "items[0].decisions[0].implementer"
    ),
    "UPDATE decision SET withdrawn = 1 WHERE item_id = 4": "items[0].decisions",
    "UPDATE member SET name = '另一人' WHERE id = 4": "items[0].opinions[0].name",
    "UPDATE patient_details SET name = '另一人' WHERE id = 1": "items[0].name",
    "UPDATE patient_details SET village = '别村' WHERE id = 1": "items[0].facts[0]",
    "UPDATE case_terms SET kind = 'unstable' WHERE id = 1": "items[0].facts[2]",
    "UPDATE \"case\" SET number = 'GA9999' WHERE id = 1": "items[0].case_number",
    "UPDATE seal SET answers = replace(answers, 'GA0101', 'GA9101') WHERE id = 2": "content",
    "UPDATE seal SET digest = 'x' WHERE id = 2": "digest",
    "UPDATE seal SET pdf = x'25504446' WHERE id = 2": "pdf",
    "UPDATE seal SET audit_head = digest WHERE id = 2": "audit_head",
    "UPDATE seal SET sealed_by = 2 WHERE id = 2": "sealed_at",
    "UPDATE seal SET sealed_at = '2026-11-30 00:00:00' WHERE id = 2": "sealed_at",
    "UPDATE slot SET x = x + 1 WHERE sheet_id = 2": "places",
    "UPDATE slot SET member_id = 5 WHERE sheet_id = 1 AND member_id = 1": "places",
    "UPDATE slot SET page = 9 WHERE sheet_id = 2": "places",
    "DELETE FROM slot WHERE sheet_id = 2 AND member_id = 1": "places",
    "UPDATE sheet_page SET pages = 9 WHERE sheet_id = 2": "places",
}


@pytest.mark.parametrize("statement", CHANGES)
def test_whatever_of_a_sealed_meeting_is_changed_is_found_and_named(sealed, statement):
    found = found_after(sealed, statement)
    assert not found.good
    assert CHANGES[statement] in found.sentence
    assert "2026年第" in found.sentence


def test_the_store_is_as_before_once_the_changes_are_undone(sealed):
    assert verify_store(sealed)[2].good


def test_what_is_corrected_later_leaves_the_seal_true(bench, team):
    a_closed_meeting(bench, team, date(2026, 10, 28))
    patient = team.patients["GA0101"]
    correct_patient(bench, patient, Particulars("石砚", Sex.MALE), why="身份证上是“砚”")
    end_membership(bench, team.members["皮桂香"], until_on=date(2026, 11, 1))
    a_closed_meeting(bench, team)
    assert all(finding.good for finding in verify_store(bench))


def test_a_cut_chain_is_found_by_the_last_backup(bench, team):
    back_up(bench)
    with bench.store.writing() as session:
        triggers.drop_all(session.connection())
        session.execute(sa.text("DELETE FROM audit WHERE id > 3"))
    (finding,) = [f for f in verify_store(bench) if f.subject == "audit"]
    assert not finding.good
    assert "备份" in finding.sentence


def test_a_changed_row_of_the_chain_is_named(bench, team):
    with bench.store.writing() as session:
        triggers.drop_all(session.connection())
        session.execute(sa.text("UPDATE audit SET action = 'nothing' WHERE id = 4"))
    (finding,) = [f for f in verify_store(bench) if f.subject == "audit"]
    assert "第4条对不上" in finding.sentence


def test_rows_that_point_at_nothing_are_found(bench, team):
    bench.close()
    engine = make_engine(bench.store.path, bench.store.key, references=False)
    with engine.begin() as connection:
        triggers.drop_all(connection)
        connection.exec_driver_sql("DELETE FROM patient WHERE id = 1")
        triggers.create_all(connection)
    engine.dispose()
    again = at_bench(open_store(bench.store.folder, bench.store.key, bench.now()), bench.now)
    findings = {finding.subject: finding for finding in verify_store(again)}
    assert not findings["references"].good
    assert "patient_details" in findings["references"].sentence
    again.close()


def test_verifying_writes_nothing(bench, team):
    a_closed_meeting(bench, team)
    heard = []
    bench.store.on_write(heard.append)
    with bench.store.inspecting() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM audit").scalar()
    verify_store(bench)
    with bench.store.inspecting() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM audit").scalar() == before
    assert heard == []
