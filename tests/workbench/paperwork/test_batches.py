"""Many papers as files: in their order, halves together, each under a name of its own."""

import pytest
from pypdf import PdfReader

from forms.task_slip import TASK_SLIP
from tests.builders import a_closed_meeting
from workbench.file_errors import FileRefused
from workbench.paperwork.batches import batches_of, free_folder
from workbench.paperwork.documents import PDF, WORD, list_documents


@pytest.fixture
def rows(bench, team):
    return list_documents(bench, a_closed_meeting(bench, team).id)


def test_every_paper_is_in_one_file_and_only_one(rows):
    papers = [paper for batch in batches_of(rows) for paper in batch.papers]
    assert sorted(map(str, papers)) == sorted(str((row.form, row.subject)) for row in rows)


def test_halves_of_one_form_share_a_file(bench, rows, tmp_path):
    slips = next(batch for batch in batches_of(rows) if batch.papers[0][0] == TASK_SLIP.code)
    assert len(slips.papers) == 3
    (target,) = slips.save(bench, tmp_path, 4, [PDF])
    assert target.name.startswith("04_")
    assert len(PdfReader(target).pages) == 2


def test_a_paper_is_saved_once_for_each_ending(bench, rows, tmp_path):
    targets = batches_of(rows)[0].save(bench, tmp_path / "文书", 1, [PDF, WORD])
    assert [target.suffix for target in targets] == [".pdf", ".docx"]
    assert all(target.stat().st_size > 1000 for target in targets)


def test_a_place_that_is_no_folder_is_refused(bench, rows, tmp_path):
    (tmp_path / "文件").write_text("不是文件夹")
    with pytest.raises(FileRefused):
        batches_of(rows)[0].save(bench, tmp_path / "文件", 1, [PDF])


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "文书").mkdir()
    assert free_folder(tmp_path, "文书") == tmp_path / "文书_2"
