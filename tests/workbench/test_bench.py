"""Every command: permission, one transaction with its audit row, and repeats."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data import audit
from data.codes import AccountKind, MemberRole, TeamKind
from data.models.audit import AuditRow
from data.permissions import actions, granted
from tests.builders import Clock, a_store, a_team, at_bench
from workbench.errors import EmptyField, NotPermitted
from workbench.file_errors import FileRefused
from workbench.patients import Particulars, register_patient
from workbench.teams import add_member, add_team, list_teams


def rows(bench):
    with bench.store.reading() as session:
        return list(session.scalars(sa.select(AuditRow).order_by(AuditRow.id)))


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One store for the whole matrix: making one for each case would take minutes."""
    moment = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
    bench = a_store(tmp_path_factory.mktemp("matrix") / "store", Clock(moment))
    yield bench
    bench.close()


def last_row(bench):
    with bench.store.reading() as session:
        return session.scalars(sa.select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).first()


@pytest.mark.parametrize("administers", [False, True])
@pytest.mark.parametrize("kind", AccountKind)
@pytest.mark.parametrize("action", sorted(actions()))
def test_the_whole_permission_matrix_is_obeyed(shared, action, kind, administers):
    """Ask the bench for each action as each account; a refused command leaves one audit row."""
    asked = replace(shared, kind=kind, administers=administers)
    before = last_row(shared)
    if granted(action, kind, administers=administers):
        with asked.doing(action):
            pass
        outcome = "done"
    else:
        with pytest.raises(NotPermitted), asked.doing(action):
            pytest.fail("the block must not be entered")
        with pytest.raises(NotPermitted), asked.asking(action):
            pytest.fail("the block must not be entered")
        outcome = "refused"
    after = last_row(shared)
    assert (after.action, after.outcome) == (action, outcome)
    assert after.id == (before.id if before else 0) + 1


def test_an_action_that_is_not_in_the_table_is_never_granted(bench):
    with pytest.raises(NotPermitted), bench.doing("burn_everything"):
        pytest.fail("the block must not be entered")


def test_a_reader_cannot_write_and_a_recorder_cannot_hand_out_copies(bench):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        add_team(reader, name="小组", kind=TeamKind.VILLAGE)
    assert list_teams(reader) == []
    assert not granted("copy_backup", AccountKind.RECORDER, administers=False)


def test_a_command_writes_one_row_that_holds_no_names(bench):
    team = add_team(bench, name="鸢尾小组", kind=TeamKind.VILLAGE)
    add_member(bench, team, name="龚砚秋", role=MemberRole.LEADER, unit="云栖镇综治中心")
    register_patient(bench, Particulars("石䶮", "male", None, "梧桐村", "精神分裂症"))
    kept = rows(bench)
    assert [row.action for row in kept] == ["add_team", "add_member", "register_patient"]
    told = " ".join(row.detail for row in kept)
    assert not any(word in told for word in ("鸢尾", "龚砚秋", "石䶮", "梧桐", "综治"))
    assert json.loads(kept[0].detail) == {"key": team}


def test_a_refusal_undoes_the_change_and_is_recorded_by_its_code(bench):
    with pytest.raises(EmptyField):
        add_team(bench, name=" ", kind=TeamKind.VILLAGE)
    (row,) = rows(bench)
    assert (row.outcome, json.loads(row.detail)) == ("refused", {"because": "EmptyField"})
    assert list_teams(bench) == []


def test_if_the_audit_row_cannot_be_written_nothing_is(bench, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError

    monkeypatch.setattr(audit, "append", broken)
    with pytest.raises(RuntimeError):
        add_team(bench, name="小组", kind=TeamKind.VILLAGE)
    monkeypatch.undo()
    assert list_teams(bench) == []


def test_the_same_request_twice_does_it_once(bench):
    first = add_team(bench, name="小组", kind=TeamKind.VILLAGE, request_id="r1")
    again = add_team(bench, name="小组", kind=TeamKind.VILLAGE, request_id="r1")
    other = add_team(bench, name="小组", kind=TeamKind.VILLAGE, request_id="r2")
    assert first == again != other
    assert len(list_teams(bench)) == 2
    assert len(rows(bench)) == 2


def test_a_refused_request_may_be_sent_again(bench):
    with pytest.raises(EmptyField):
        add_team(bench, name="", kind=TeamKind.VILLAGE, request_id="r1")
    assert add_team(bench, name="小组", kind=TeamKind.VILLAGE, request_id="r1") == 1


def test_a_clock_set_back_does_not_reorder_the_chain(bench, clock):
    add_team(bench, name="一", kind=TeamKind.VILLAGE)
    clock.move(days=-400)
    add_team(bench, name="二", kind=TeamKind.VILLAGE)
    moments = [row.at for row in rows(bench)]
    assert moments == sorted(set(moments))


def test_every_command_of_a_whole_team_left_its_row(bench):
    a_team(bench)
    with bench.store.reading() as session:
        assert audit.first_broken(session) is None
        assert audit.count(session) == 1 + 6 + 3 + 2 + 3


def test_a_full_disk_is_refused_in_words_and_nothing_is_half_written(bench):
    before = rows(bench)
    with bench.store.inspecting() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(FileRefused, match="磁盘空间不足") as caught:
        add_team(bench, name="鸢尾" * 100_000, kind=TeamKind.VILLAGE)
    assert "之前的记录都在" in caught.value.safe
    assert list_teams(bench) == []
    assert [row.id for row in rows(bench)] == [row.id for row in before]
