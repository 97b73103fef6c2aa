"""The list of the store's own copies, checked, and one put into a folder of its own."""

import pytest

from data.store import open_store
from tests.builders import KEY
from workbench.backups import back_up
from workbench.errors import Refused
from workbench.kept_backups import check_backup, list_kept_backups, restore_copy


def test_every_copy_says_when_why_and_how_large(bench):
    back_up(bench, "close")
    made = back_up(bench)
    first, second = list_kept_backups(bench)
    assert {first.reason, second.reason} == {"手动备份", "关闭时备份"}
    assert made.name in {first.name, second.name}
    assert first.size > 0
    assert check_backup(bench, made.name)


def test_a_damaged_copy_is_told(bench):
    made = back_up(bench)
    whole = (made / "workbench.db").read_bytes()
    (made / "workbench.db").write_bytes(whole[: len(whole) // 2])
    assert not check_backup(bench, made.name)


def test_a_copy_is_restored_into_a_new_folder_only(bench, tmp_path):
    made = back_up(bench)
    target = tmp_path / "恢复"
    assert restore_copy(bench, made.name, target) == 0
    open_store(target, KEY, bench.now()).close()
    before = (target / "workbench.db").read_bytes()
    with pytest.raises(Refused) as refused:
        restore_copy(bench, made.name, target)
    assert refused.value.code == "FolderInUse"
    assert (target / "workbench.db").read_bytes() == before
    assert made.is_dir()


def test_a_copy_that_is_gone_is_not_found(bench, tmp_path):
    with pytest.raises(Refused) as refused:
        check_backup(bench, "20200101T000000Z-hand")
    assert refused.value.code == "NotFound"
