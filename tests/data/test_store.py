"""What the file does when the world is against it."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data import cipher
from data.models.teams import Team
from data.problems import (
    AlreadyOpen,
    Damaged,
    DiskFull,
    FolderInUse,
    FolderNotWritable,
    GuardsMissing,
    NoEncryption,
    SettingRefused,
    StoreMissing,
)
from data.store import create_store, open_store
from tests.builders import KEY, environment
from tests.privileges import a_closed_copy, without_privileges
from workbench.teams import add_team, list_teams

AT = datetime(2026, 11, 26, tzinfo=UTC)
WORD = "梧桐村鸢尾"  # occurs nowhere else


def test_nothing_readable_reaches_the_disk(bench, team):
    add_team(bench, name=WORD, kind="village")
    found = [p for p in bench.store.folder.rglob("*") if p.is_file()]
    assert len(found) >= 3  # the file, its log, the lock
    for path in found:
        content = path.read_bytes()
        assert WORD.encode() not in content
        assert WORD.encode("utf-16-le") not in content
        assert not content.startswith(b"SQLite format 3")


def test_every_connection_has_every_setting(bench):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
    }
    with bench.store.inspecting() as connection:
        found = {n: connection.exec_driver_sql(f"PRAGMA {n}").scalar() for n in wanted}
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar().startswith("4.")
    assert found == wanted


def test_what_was_compiled_for_one_file_serves_the_next(bench, tmp_path):
    other = create_store(tmp_path / "other", KEY, AT)
    compiled = []
    for store in (bench.store, other):
        with store.reading() as session:
            told = session.connection().execute(sa.select(Team.name).where(Team.id == 1))
            compiled.append(told.context.compiled)
    other.close()
    assert compiled[0] is compiled[1]


def test_what_was_compiled_is_dropped_when_the_screen_is_locked(bench, team):
    assert len(cipher._COMPILED) > 0
    bench.lock_away()
    assert len(cipher._COMPILED) == 0


def test_a_setting_that_is_not_taken_stops_the_opening(bench, monkeypatch):
    bench.close()
    monkeypatch.setattr(cipher, "_SETTINGS", (("synchronous", "FULL", 3),))
    with pytest.raises(SettingRefused, match="synchronous"):
        open_store(bench.store.folder, KEY, AT)


def test_a_driver_without_encryption_is_a_hard_stop(tmp_path, monkeypatch):
    monkeypatch.setattr(cipher, "sqlcipher", sqlite3)
    with pytest.raises(NoEncryption):
        create_store(tmp_path / "store", KEY, AT)
    written = [p for p in (tmp_path / "store").iterdir() if p.stat().st_size]
    assert written == []


def test_a_second_instance_is_refused_and_the_first_goes_on(bench):
    with pytest.raises(AlreadyOpen):
        open_store(bench.store.folder, KEY, AT)
    assert list_teams(bench) == []


def test_the_lock_is_free_again_after_a_kill(bench):
    bench.close()
    script = (
        "import sys, time; from datetime import *; from pathlib import Path;"
        "from data.store import open_store;"
        f"open_store(Path(sys.argv[1]), {KEY!r}, datetime.now(UTC));"
        "print('open', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(bench.store.folder)],
        stdout=subprocess.PIPE,
        env=environment(),
    )
    assert child.stdout.readline() == b"open\n"
    with pytest.raises(AlreadyOpen):
        open_store(bench.store.folder, KEY, AT)
    child.kill()
    child.communicate()
    open_store(bench.store.folder, KEY, AT).close()


def test_another_key_opens_nothing(bench):
    bench.close()
    with pytest.raises(Damaged):
        open_store(bench.store.folder, bytes(32), AT)


def test_a_missing_store_is_said_to_be_missing(tmp_path):
    with pytest.raises(StoreMissing):
        open_store(tmp_path, KEY, AT)
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_made_over_another(bench):
    with pytest.raises(FolderInUse):
        create_store(bench.store.folder, KEY, AT)


def damaged_copies(path, full):
    """Flipped bits, cut tails and swapped pages, spread over the whole file."""
    whole, page = path.read_bytes(), 4096
    pages = len(whole) // page
    for number in range(500 if full else 60):
        place = number * 7919 % len(whole)
        yield whole[:place] + bytes([whole[place] ^ 1 << number % 8]) + whole[place + 1 :]
    for number in range(1, 101 if full else 20):
        yield whole[: len(whole) * number // 101]
    for number in range(1, pages - 1):
        one, other = number * page, (number + 1) * page
        yield whole[:one] + whole[other : other + page] + whole[one:other] + whole[other + page :]


def test_every_damage_is_found_before_anything_is_written(bench, team, full):
    bench.close()
    path = bench.store.path
    good = path.read_bytes()
    for bad in damaged_copies(path, full):
        path.write_bytes(bad)
        with pytest.raises(Damaged):
            open_store(bench.store.folder, KEY, AT)
        assert path.read_bytes() == bad
    path.write_bytes(good)
    open_store(bench.store.folder, KEY, AT).close()


def test_a_full_disk_loses_nothing_and_says_so(bench, team):
    before = list_teams(bench)
    with bench.store.inspecting() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    many = [Team(name=f"{WORD}{number}" * 20, kind="village") for number in range(2000)]
    with pytest.raises(DiskFull), bench.store.writing() as session:
        session.add_all(many)
    assert list_teams(bench) == before


@pytest.fixture
def closed_folder(bench):
    """A store in a folder that can be read but not written."""
    bench.close()
    with a_closed_copy(bench.store.folder) as folder:
        yield folder


def test_a_folder_that_cannot_be_written_is_said_to_be_so(closed_folder):
    with without_privileges():
        with pytest.raises(FolderNotWritable):
            open_store(closed_folder, KEY, AT)
        with pytest.raises(FolderNotWritable):
            create_store(closed_folder / "new", KEY, AT)


def test_a_file_without_its_guards_is_not_opened(bench):
    with bench.store.writing() as session:
        session.execute(sa.text("DROP TRIGGER guard_seal_update"))
    bench.close()
    with pytest.raises(GuardsMissing):
        open_store(bench.store.folder, KEY, AT)


def test_a_failed_statement_never_shows_its_values(bench):
    with (
        pytest.raises(sa.exc.IntegrityError) as caught,
        bench.store.writing() as session,
    ):
        session.execute(sa.text("INSERT INTO team (id, name) VALUES (1, :name)"), {"name": WORD})
    assert WORD not in str(caught.value)


def test_listeners_hear_which_tables_were_written_but_not_of_audit(bench):
    heard = []
    bench.store.on_write(heard.append)
    add_team(bench, name="小组", kind="village", request_id="r1")
    assert heard == [frozenset({"team"})]
