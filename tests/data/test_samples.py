"""A file of every version that was ever given out opens for ever, with nothing lost."""

import shutil
from pathlib import Path

import pytest

from workbench.accounts import unlock
from workbench.audit import verify_store
from workbench.live import list_agenda
from workbench.meetings import list_meetings
from workbench.paperwork.documents import MINUTES_CODE, preview_document
from workbench.paperwork.subjects import of_meeting

MUSEUM = Path(__file__).parents[1] / "samples"
PASSWORD = "shili-kouling"


@pytest.mark.parametrize("version", sorted(folder.name for folder in MUSEUM.iterdir()))
def test_a_file_of_an_earlier_version_opens_and_is_whole(version, tmp_path):
    folder = tmp_path / "store"
    shutil.copytree(MUSEUM / version, folder)
    bench = unlock(folder, PASSWORD, computer=lambda: None)
    assert all(finding.good for finding in verify_store(bench))
    meetings = list_meetings(bench)
    assert [row.title for row in meetings][-2:] == ["2026年第2次例会", "2026年第1次例会"]
    assert [row.case_number for row in list_agenda(bench, 2)][:3] == ["YX0101", "YX0102", "YX0103"]
    assert preview_document(bench, MINUTES_CODE, of_meeting(2)).sealed
    bench.close()
