"""Getting a damaged store back: nothing is overwritten, and stopping leaves all as it was."""

import shutil
from functools import partial

import pytest

from data import keys
from data.folder import FILE
from workbench.accounts import create_store, set_password, unlock, unlock_with_recovery
from workbench.backups import back_up
from workbench.door import Opening
from workbench.file_errors import FileRefused
from workbench.restoring import (
    NoGoodCopy,
    RestoreStopped,
    find_copies,
    put_back,
    put_back_slots,
    require_no_remains,
)
from workbench.teams import add_team, list_teams

PASSWORD, LATER = "鸢尾花开 1234", "换成别的 56789"


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch):
    """A guess costs the least that is allowed, so that the tests do not wait."""
    monkeypatch.setattr(keys.KeySlots.with_password, "__defaults__", (keys.Cost(2, 19456, 1),))
    monkeypatch.setattr(keys.KeySlots.with_recovery, "__defaults__", (keys.Cost(2, 19456, 1),))


@pytest.fixture
def made(folder):
    """A store with two copies; the second team came after the first of them."""
    new = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None)
    add_team(new.bench, name="甲组", kind="village")
    back_up(new.bench)
    add_team(new.bench, name="乙组", kind="village")
    back_up(new.bench)
    add_team(new.bench, name="丙组", kind="village")
    new.bench.close()
    return new


def damage(folder):
    content = bytearray((folder / FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / FILE).write_bytes(content)
    return bytes(content)


def copies(folder, opening):
    return find_copies(folder, opening, computer=lambda: None)


def restore(folder, copy, opening, **more):
    return put_back(folder, copy.folder, opening, computer=lambda: None, **more)


def teams(folder, password=PASSWORD):
    bench = unlock(folder, password, computer=lambda: None)
    try:
        return [team.name for team in list_teams(bench)]
    finally:
        bench.close()


def test_the_latest_whole_copy_comes_first_and_a_bad_one_is_only_counted(made, folder):
    damage(folder)
    first = copies(folder, Opening(PASSWORD)).good
    assert len(first) == 2
    assert first[0].made_at >= first[1].made_at
    assert first[0].size > 0
    damage(first[0].folder)
    found = copies(folder, Opening(PASSWORD))
    assert ([copy.folder for copy in found.good], found.bad) == ([first[1].folder], 1)


def test_a_copy_takes_the_place_of_the_damaged_file_which_is_kept(made, folder):
    damaged = damage(folder)
    latest = copies(folder, Opening(PASSWORD)).good[0]
    aside = restore(folder, latest, Opening(PASSWORD))
    assert teams(folder) == ["甲组", "乙组"]
    assert (aside / FILE).read_bytes() == damaged
    assert not (folder / ".restored").exists()
    assert len(copies(folder, Opening(PASSWORD)).good) == 2


def test_the_recovery_code_opens_copies_too(made, folder):
    damage(folder)
    opening = Opening(code=made.recovery_code)
    restore(folder, copies(folder, opening).good[0], opening)
    assert teams(folder) == ["甲组", "乙组"]


def test_a_password_changed_since_the_copy_stays_the_password(made, folder):
    bench = unlock(folder, PASSWORD, computer=lambda: None)
    set_password(bench, LATER, computer=lambda: None)
    bench.close()
    damage(folder)
    restore(folder, copies(folder, Opening(LATER)).good[0], Opening(LATER))
    assert teams(folder, LATER) == ["甲组", "乙组"]


def test_stopping_leaves_everything_as_it_was(made, folder):
    damaged = damage(folder)
    before = sorted(path.name for path in folder.iterdir())
    latest = copies(folder, Opening(PASSWORD)).good[0]
    for steps in (0, 1):
        seen = []
        stop = partial(lambda seen, steps: len(seen) > steps, seen, steps)
        with pytest.raises(RestoreStopped):
            restore(folder, latest, Opening(PASSWORD), told=seen.append, stop=stop)
        assert (folder / FILE).read_bytes() == damaged
        assert sorted(path.name for path in folder.iterdir()) == before


def test_a_store_open_elsewhere_is_not_exchanged(made, folder):
    bench = unlock(folder, PASSWORD, computer=lambda: None)
    latest = copies(folder, Opening(PASSWORD)).good[0]
    with pytest.raises(FileRefused) as refusal:
        restore(folder, latest, Opening(PASSWORD))
    assert refusal.value.code == "AlreadyOpen"
    bench.close()
    assert teams(folder) == ["甲组", "乙组", "丙组"]


@pytest.mark.parametrize("harm", ["gone", "garbled"])
def test_lost_slots_come_back_from_the_latest_copy(made, folder, harm):
    slots = folder / keys.FILE
    if harm == "gone":
        slots.unlink()
    else:
        slots.write_text("{")
    put_back_slots(folder)
    assert teams(folder) == ["甲组", "乙组", "丙组"]
    assert len(list(folder.glob("damaged-*.json"))) == (harm == "garbled")


def test_without_any_copy_slots_stay_lost_and_nothing_is_touched(made, folder):
    shutil.rmtree(folder / "backups")
    (folder / keys.FILE).write_text("{")
    with pytest.raises(NoGoodCopy):
        put_back_slots(folder)
    assert (folder / keys.FILE).read_text() == "{"


def test_where_the_file_is_gone_nobody_begins_anew_over_its_copies(made, folder):
    require_no_remains(folder)
    (folder / FILE).unlink()
    with pytest.raises(FileRefused) as refusal:
        require_no_remains(folder)
    assert refusal.value.code == "FileGone"
    restore(folder, copies(folder, Opening(PASSWORD)).good[0], Opening(PASSWORD))
    assert teams(folder) == ["甲组", "乙组"]
    unlock_with_recovery(folder, made.recovery_code).close()
