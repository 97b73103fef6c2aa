"""One file holds all an inspection asks for; another tells the same without names."""

from datetime import date

import pypdfium2
import pytest
from pypdf import PdfReader

from data.attachment_codes import AttachmentKind
from data.codes import AccountKind
from forms.inspection import MEETING_TASKS, PACK_CONTENTS, SIGNED_STATES
from tests.builders import CASES, a_closed_meeting, a_running_meeting, at_bench
from tests.forms.reading import words_within
from tests.workbench.files import a_pdf, a_picture
from workbench.attachments import Described, add_attachment
from workbench.audit_list import AuditFilter, list_audit
from workbench.errors import NotPermitted
from workbench.filing.reading import FitFile
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.paperwork.inspection import Hiding, of_the_pack, papers_of_pack
from workbench.paperwork.inspection_file import read_inspection_pack, save_inspection_pack
from workbench.signature_errors import NotClosedYet
from workbench.signatures import list_sheets, mark_sheet_signed
from workbench.states import any_meeting

DAY = date(2026, 11, 25)


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "pack.pdf"


def made(bench, closed, target, **more):
    save_inspection_pack(bench, closed.id, target, **{"masked": False, **more})
    return PdfReader(target)


def marks(reader):
    return [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline]


def words(target):
    document = pypdfium2.PdfDocument(target)
    try:
        return "".join(words_within(page, 0, 0, 297, 297) for page in document)
    finally:
        document.close()


def attached(bench, team, closed, *files):
    for number, (suffix, content) in enumerate(files):
        described = Described(DAY, AttachmentKind.PHOTO, f"会场{number}", meeting_id=closed.id)
        file = FitFile(f"会场{suffix}", suffix, content, None)
        add_attachment(bench, team.patients["GA0101"], file, described)


def test_every_list_answers_its_form_and_no_other(bench, closed):
    with bench.store.reading() as session:
        meeting = any_meeting(session, closed.id)
        papers = papers_of_pack(bench, session, meeting, Hiding({}, wanted=False))
        whose = of_the_pack(meeting)
    lists = {paper.form: paper.answers for paper in papers}
    for form in (SIGNED_STATES, MEETING_TASKS):
        assert set(lists[form]) == {field.key for field in form.fields()}
    assert {*whose, "entries"} == {field.key for field in PACK_CONTENTS.fields()}


def test_the_papers_are_found_by_their_names_on_the_pages_the_contents_say(bench, closed, target):
    found = marks(made(bench, closed, target))
    names = [name for name, _ in found]
    assert names[:5] == [
        "迎检包目录",
        "会议通知与议程",
        "会议签到表",
        "个案会议记录",
        "社会危险性集体评估汇总签字表",
    ]
    assert names[-2:] == ["签字情况表", "任务清单"]
    assert "社会危险性集体评估签字表 GA0101 石*" in names
    pages = [page for _, page in found]
    assert pages[0] == 0
    assert pages == sorted(set(pages))
    assert f"卷内第{pages[3]}页" in words(target)


def test_equal_records_give_equal_bytes(bench, closed, tmp_path):
    for name in ("first.pdf", "second.pdf"):
        made(bench, closed, tmp_path / name)
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_a_copy_carries_no_code_that_a_scanner_would_take_for_the_original(bench, closed, target):
    made(bench, closed, target)
    told = words(target)
    assert "签字以原件为准" in told
    captions = {sheet.caption for sheet in list_sheets(bench, closed.id)}
    assert all(caption in told for caption in captions)
    zxing = pytest.importorskip("zxingcpp")
    with pypdfium2.PdfDocument(target) as document:
        pictures = [page.render(scale=2).to_pil() for page in document]
    assert not [code for picture in pictures for code in zxing.read_barcodes(picture)]


def test_who_signed_is_said_as_it_stands(bench, closed, target):
    for sheet in list_sheets(bench, closed.id)[:1]:
        mark_sheet_signed(bench, sheet.id)
    made(bench, closed, target)
    assert "4/4" in words(target)


def test_scans_lie_at_the_end_upright_and_lying(bench, team, closed, target):
    tall, wide = a_picture("PNG", (60, 90)), a_picture("JPEG", (90, 60))
    attached(bench, team, closed, (".png", tall), (".jpg", wide), (".pdf", a_pdf(2)))
    assert read_inspection_pack(bench, closed.id).scans == 3
    reader = made(bench, closed, target)
    names = [name for name, _ in marks(reader)]
    assert names[-3:] == ["附件1 照片：会场0", "附件2 照片：会场1", "附件3 照片：会场2"]
    sizes = [page.mediabox.width > page.mediabox.height for page in reader.pages[-4:]]
    assert sizes == [False, True, False, False]


def test_what_has_no_pages_is_named_in_the_contents_and_not_drawn(bench, team, closed, target):
    attached(bench, team, closed, (".docx", b"PK\x03\x04 words"))
    told = read_inspection_pack(bench, closed.id)
    assert (told.scans, told.left_out) == (0, 1)
    made(bench, closed, target)
    assert "另附电子文件" in words(target)


def test_the_one_without_names_names_nobody_on_the_register(bench, team, target):
    name_guardian(
        bench,
        team.patients["GA0101"],
        GuardianParticulars("郦寒松", relation_words="舅舅", phone="13800000617"),
        from_on=date(2026, 11, 1),
    )
    closed = a_closed_meeting(bench, team)
    attached(bench, team, closed, (".png", a_picture("PNG")))
    made(bench, closed, target)
    assert "石䶮" in words(target)
    reader = made(bench, closed, target, masked=True)
    told = words(target) + "".join(name for name, _ in marks(reader))
    for name in (*(name for name, _ in CASES.values()), "郦寒松", "13800000617"):
        assert name not in told, name
    assert "附件1" not in told
    assert "脱敏件" in told


def test_hiding_leaves_out_the_address_and_shortens_names_and_numbers_wherever_they_stand():
    hiding = Hiding({"石䶮": "石某"}, wanted=True)
    told = hiding.answers(
        {
            "name": "石䶮",
            "address": "梧桐村3组17号",
            "held_on": "2026-11-25",
            "rows": [{"words": "石䶮的电话是13800000617。", "level": 3}],
        }
    )
    assert told == {
        "name": "石某",
        "address": "",
        "held_on": "2026-11-25",
        "rows": [{"words": "石某的电话是138****0617。", "level": 3}],
    }


def test_stopping_between_two_pages_writes_nothing(bench, closed, target):
    heard = []

    def stop(done, of):
        heard.append((done, of))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        made(bench, closed, target, progress=stop)
    assert heard[-1][0] == 2
    assert not target.exists()


def test_a_meeting_in_session_has_no_pack(bench, team, target):
    running = a_running_meeting(bench, team)
    with pytest.raises(NotClosedYet):
        read_inspection_pack(bench, running.id)
    with pytest.raises(NotClosedYet):
        made(bench, running, target)


def test_making_it_is_kept_and_not_everybody_may(bench, closed, target):
    made(bench, closed, target)
    assert list_audit(bench, AuditFilter())[0].words == "另存迎检包"
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        made(reader, closed, target)


def test_the_file_is_named_without_anybody_s_name(bench, closed):
    assert read_inspection_pack(bench, closed.id).name == "20261125_迎检包_2026年第1次例会"
