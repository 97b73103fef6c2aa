"""Copies: verified, thinned out with care, and put back without overwriting."""

import errno
import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import backups
from data.backups import Backup, back_up, kept, list_backups, restore, thin_out, verify_backup
from data.problems import BackupBad, DiskFull, FolderInUse
from data.store import open_store
from tests.builders import KEY, at_bench
from workbench.teams import list_members, list_teams

AT = datetime(2026, 11, 26, 1, tzinfo=UTC)


def copy(bench, reason="hand", target=None, at=AT):
    with bench.store.inspecting() as connection:
        return back_up(connection, bench.store.folder, KEY, at, reason, target)


def test_a_copy_opens_and_says_the_same(bench, team, tmp_path):
    before = list_members(bench, team.id)
    made = copy(bench)
    restore(made, tmp_path / "back", KEY)
    restored = at_bench(open_store(tmp_path / "back", KEY, AT), bench.now)
    assert list_members(restored, team.id) == before
    restored.close()


def test_a_copy_made_while_something_is_being_written_is_whole(bench, team):
    with bench.store.writing() as session:
        session.connection().exec_driver_sql("UPDATE team SET name = 'half written'")
        made = copy(bench)
    assert verify_backup(made, KEY).audit_rows > 0
    assert list_teams(bench)[0].name == "half written"


def test_a_plain_file_copy_lacks_what_is_in_the_log(bench, team, tmp_path):
    """The reason why copies go through the database: the same harness must catch this one."""
    made = copy(bench)
    shutil.copyfile(bench.store.path, made / "workbench.db")
    with pytest.raises(BackupBad):
        verify_backup(made, KEY)


@pytest.mark.parametrize("harm", ["flipped", "cut", "manifest", "gone", "other"])
def test_a_copy_that_is_not_what_it_says_is_found(bench, team, harm):
    made = copy(bench)
    file, manifest = made / "workbench.db", made / "manifest.json"
    content = bytearray(file.read_bytes())
    if harm == "flipped":
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    elif harm == "cut":
        file.write_bytes(content[:-4096])
    elif harm == "manifest":
        said = json.loads(manifest.read_text("utf-8"))
        manifest.write_text(json.dumps(said | {"step": said["step"] - 1}), "utf-8")
    elif harm == "gone":
        file.unlink()
    else:
        file.write_bytes(b"SQLite format 3\0" + bytes(4096))
    with pytest.raises(BackupBad):
        verify_backup(made, KEY)


def test_restoring_never_overwrites(bench, team, tmp_path):
    made = copy(bench)
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(FolderInUse):
        restore(made, tmp_path, KEY)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.txt", "store"]


def test_a_disk_that_fills_up_during_a_copy_leaves_no_half_copy(bench, team, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups.shutil, "copyfile", full)
    with pytest.raises(DiskFull):
        copy(bench)
    assert list((bench.store.folder / "backups").iterdir()) == []


def test_two_copies_in_one_second_are_both_kept(bench, team):
    assert copy(bench) != copy(bench)
    assert len(list_backups(bench.store.folder)) == 2


def made_at(moments):
    return [Backup(Path(str(n)), moment, "close") for n, moment in enumerate(moments)]


def test_two_years_of_evenings_are_thinned_out_as_promised():
    daily = made_at(AT - timedelta(days=n) for n in range(730))
    keep = kept(daily, AT)
    ages = sorted((AT - b.made_at).days for b in daily if b.folder in keep)
    assert ages[:12] == list(range(12))
    assert len([a for a in ages if a >= 12]) <= 10 + 9
    assert ages[-1] > 230  # nine months back


@given(st.lists(st.integers(0, 900), max_size=30))
def test_never_fewer_than_three_and_all_of_two_days(ages):
    all_of_them = made_at(AT - timedelta(days=age) for age in ages)
    keep = kept(all_of_them, AT)
    assert len(keep) >= min(3, len(ages))
    assert {b.folder for b in all_of_them if AT - b.made_at <= timedelta(days=2)} <= keep


def test_thinning_out_removes_only_what_is_no_longer_kept(bench, team):
    for age in range(40):
        copy(bench, at=AT - timedelta(days=age))
    before = {b.folder for b in list_backups(bench.store.folder)}
    keep = kept(list_backups(bench.store.folder), AT)
    assert thin_out(bench.store.folder / "backups", AT) == len(before - keep) > 0
    assert {b.folder for b in list_backups(bench.store.folder)} == keep
