"""Files beside the store: whole or not at all, through cuts, kills, copies and restores."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from data import attachments
from data.backups import back_up, list_backups, restore, verify_backup
from data.problems import BackupBad, DiskFull
from data.store import open_store
from tests.builders import KEY, a_store, a_team, at_bench, environment
from tests.workbench.files import REPORT, a_file
from workbench.attachments import add_attachment, list_attachments, read_attachment
from workbench.audit import verify_store

AT = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


def folder_of(place):
    return place / attachments.FOLDER


def names(place):
    return sorted(p.name for p in folder_of(place).rglob("*") if p.is_file())


def again(bench):
    bench.close()
    return at_bench(open_store(bench.store.folder, KEY, bench.now()), bench.now)


def copied(bench, **more):
    with bench.store.inspecting() as connection:
        return back_up(connection, bench.store.folder, KEY, AT, "close", **more)


def test_what_arrived_without_a_row_is_cleared_away_at_the_next_opening(bench, patient):
    key = add_attachment(bench, patient, a_file(), REPORT)
    kept = names(bench.store.folder)
    bench.store.attachments.put(b"orphan", patient, ".pdf", 1)
    (folder_of(bench.store.folder) / "arriving" / ".half.part").write_bytes(b"half")
    assert len(names(bench.store.folder)) == 3
    opened = again(bench)
    assert names(opened.store.folder) == kept
    assert read_attachment(opened, key)
    opened.close()


def test_what_arrived_and_has_its_row_is_moved_to_its_place(bench, patient, monkeypatch):
    """The program was cut off between the row and the move."""
    monkeypatch.setattr(bench.store, "settle_attachments", lambda _: None)
    key = add_attachment(bench, patient, a_file(), REPORT)
    assert list((folder_of(bench.store.folder) / "arriving").iterdir())
    assert read_attachment(bench, key)
    opened = again(bench)
    assert not list((folder_of(bench.store.folder) / "arriving").iterdir())
    assert read_attachment(opened, key)
    opened.close()


def test_a_file_in_its_place_is_never_cleared_away(bench, patient):
    """An older file put back by hand knows nothing of it; the newer one may still come back."""
    bench.store.close()
    older = bench.store.path.read_bytes()
    opened = again(bench)
    add_attachment(opened, patient, a_file(), REPORT)
    opened.store.close()
    newer, kept = bench.store.path.read_bytes(), names(bench.store.folder)
    for content in (older, newer):
        bench.store.path.write_bytes(content)
        opened = again(opened)
        assert names(bench.store.folder) == kept
    assert read_attachment(opened, 1)
    opened.close()


def test_a_disk_that_is_full_leaves_nothing_half_written(bench, patient, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.files.os.fsync", full)
    with pytest.raises(DiskFull):
        bench.store.attachments.put(b"x", patient, ".pdf", 1)
    assert names(bench.store.folder) == []


WORKING = """
import os, sys
from pathlib import Path
from datetime import UTC, datetime
from data.store import open_store
from tests.builders import KEY, at_bench
from tests.workbench.files import REPORT, a_file
from workbench.attachments import add_attachment
now = lambda: datetime.now(UTC)
bench = at_bench(open_store(Path(sys.argv[1]), KEY, now()), now)
for number in range(1000):
    words = sys.argv[2] + "/" + str(number)
    key = add_attachment(bench, 1, a_file(words), REPORT)
    os.write(1, f"{key} {words}\\n".encode())
"""


def test_a_program_killed_at_any_moment_loses_no_file_it_had_said_was_kept(tmp_path, full):
    folder, draw, said = tmp_path / "store", random.Random(7), {}
    bench = a_store(folder, lambda: datetime.now(UTC))
    a_team(bench)
    bench.close()
    for life in range(60 if full else 6):
        command = [sys.executable, "-c", WORKING, str(folder), str(life)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
        said |= dict([child.stdout.readline().split()])
        time.sleep(draw.uniform(0, 0.05))
        os.kill(child.pid, signal.SIGKILL)
        said |= dict(line.split() for line in child.communicate()[0].splitlines() if b" " in line)
        bench = at_bench(open_store(folder, KEY, datetime.now(UTC)), lambda: datetime.now(UTC))
        rows = list_attachments(bench, 1)
        assert all(read_attachment(bench, int(key)) == words for key, words in said.items())
        assert len(names(folder)) == len(rows) >= len(said)
        assert all(finding.good for finding in verify_store(bench))
        bench.close()


def test_a_copy_holds_the_files_and_restoring_brings_them_back(bench, patient, tmp_path):
    key = add_attachment(bench, patient, a_file(), REPORT)
    made = copied(bench, target=tmp_path / "stick")
    assert verify_backup(made, KEY).attachments == 1
    assert restore(made, tmp_path / "new", KEY) == 0
    back = at_bench(open_store(tmp_path / "new", KEY, AT), bench.now)
    assert read_attachment(back, key) == read_attachment(bench, key)
    assert all(finding.good for finding in verify_store(back))
    back.close()


def test_the_next_copy_takes_no_room_for_what_the_last_one_holds(bench, patient):
    add_attachment(bench, patient, a_file(), REPORT)
    first = copied(bench)
    add_attachment(bench, patient, a_file("又一份"), REPORT)
    second = copied(bench)
    (kept,) = names(first)
    assert len(names(second)) == 2
    assert (folder_of(second) / kept).samefile(folder_of(first) / kept)
    # Of the store itself there is a copy of its own, so that one bad spot does not reach all.
    assert not (folder_of(second) / kept).samefile(folder_of(bench.store.folder) / kept)
    assert len(list_backups(bench.store.folder)) == 2


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_file_lost_from_a_copy_is_found_and_keeps_nobody_from_the_records(
    bench, patient, tmp_path, harm
):
    add_attachment(bench, patient, a_file(), REPORT)
    made = copied(bench)
    path = folder_of(made) / names(made)[0]
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(BackupBad):
        verify_backup(made, KEY)
    assert restore(made, tmp_path / "new", KEY) == 1
    back = at_bench(open_store(tmp_path / "new", KEY, AT), bench.now)
    assert len(list_attachments(back, patient)) == 1
    assert [f.subject for f in verify_store(back) if not f.good] == ["attachments"]
    back.close()


def test_a_file_broken_in_the_store_is_taken_from_the_last_copy_or_left_out(bench, patient):
    add_attachment(bench, patient, a_file(), REPORT)
    first = copied(bench)
    (name,) = names(first)
    path = folder_of(bench.store.folder) / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert verify_backup(copied(bench), KEY).absent == ""
    add_attachment(bench, patient, a_file("又一份"), REPORT)
    (other,) = set(names(bench.store.folder)) - {name}
    (folder_of(bench.store.folder) / other).unlink()
    said = verify_backup(copied(bench), KEY)
    assert (said.attachments, said.absent) == (1, other)
