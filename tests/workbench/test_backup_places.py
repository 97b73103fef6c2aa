"""A second place for backups, there or not."""

import pytest

from data import backups
from workbench.backup_places import (
    PlaceInsideStore,
    PlaceNotThere,
    back_up_elsewhere,
    choose_backup_place,
    last_copy_elsewhere,
)


def test_copies_go_into_a_folder_of_their_own_on_the_chosen_disk(bench, team, tmp_path):
    place = choose_backup_place(bench, tmp_path / "disk")
    assert place.folder.parent == tmp_path / "disk"
    assert last_copy_elsewhere(place.folder) is None
    made = back_up_elsewhere(bench, place.folder)
    assert backups.verify_backup(made, bench.store.key)
    assert last_copy_elsewhere(place.folder) == bench.now().replace(microsecond=0)


def test_choosing_the_folder_itself_again_makes_no_folder_in_it(bench, tmp_path):
    first = choose_backup_place(bench, tmp_path / "disk")
    assert choose_backup_place(bench, first.folder) == first


def test_the_same_disk_is_told(bench, tmp_path):
    assert choose_backup_place(bench, tmp_path / "disk").same_disk


def test_a_folder_within_the_data_is_refused(bench, folder):
    with pytest.raises(PlaceInsideStore):
        choose_backup_place(bench, folder / "mine")
    assert not (folder / "mine").exists()


def test_a_disk_that_is_not_there_is_said_to_be_away(bench, tmp_path):
    place = choose_backup_place(bench, tmp_path / "disk").folder
    place.rmdir()  # the mount point alone is left
    with pytest.raises(PlaceNotThere):
        back_up_elsewhere(bench, place)
    assert list((tmp_path / "disk").iterdir()) == []


def test_old_copies_there_are_thinned_out_and_other_folders_stay(bench, tmp_path, clock):
    place = choose_backup_place(bench, tmp_path / "disk").folder
    (place / "somebodyZ-else").mkdir()
    for _ in range(30):
        back_up_elsewhere(bench, place)
        clock.move(days=1)
    assert (place / "somebodyZ-else").is_dir()
    assert 12 <= len(backups.copies_in(place)) < 25
