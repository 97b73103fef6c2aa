"""What may come in, what is taken off it, and what is refused and why."""

import io

import pytest
from PIL import Image, ImageSequence

from tests.workbench.files import (
    TRACE,
    a_huge_picture,
    a_package,
    a_pdf,
    a_photo,
    a_picture,
    a_scan,
)
from workbench.filing.checking import MOST_BYTES
from workbench.filing.errors import UNFIT, FileUnfit
from workbench.filing.reading import read_file, read_picture


@pytest.fixture
def came(tmp_path):
    """A file of this name and content is taken in; or the reason why it is not."""

    def take(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        try:
            return read_file(path)
        except FileUnfit as refusal:
            return refusal.reason

    return take


def test_papers_come_in_as_they_are_with_their_pages_counted(came):
    pdf = came("出院小结.PDF", a_pdf(3))
    assert (pdf.name, pdf.suffix, pdf.pages, pdf.content) == ("出院小结", ".pdf", 3, a_pdf(3))
    word = came("函.docx", a_package())
    assert (word.pages, word.content[:2]) == (None, b"PK")
    assert came("表.xlsx", a_package("xl/workbook.xml")).suffix == ".xlsx"
    assert "出院" not in repr(pdf)


@pytest.mark.parametrize("sort", ["JPEG", "PNG"])
def test_a_photo_loses_time_and_place_and_neither_a_dot_nor_its_way_up(came, sort):
    content = a_photo(sort)
    assert TRACE.encode() in content
    name = f"照片.{sort.lower()}"
    kept = came(name, content + b"trailer with a place").content
    assert TRACE.encode() not in kept
    assert b"2026:11:03" not in kept
    assert b"trailer" not in kept
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(kept))
    assert after.tobytes() == before.tobytes()
    assert dict(after.getexif()) == {0x0112: 6}
    assert after.getexif().get_ifd(0x8825) == {}


def test_progressive_and_grey_photos_and_those_with_a_colour_profile_stay_whole(came):
    profile = bytes(range(200))
    for content in (
        a_picture(progressive=True, size=(300, 200)),
        a_picture(mode="L"),
        a_picture(mode="CMYK"),
        a_picture(icc_profile=profile, comment=TRACE.encode()),
    ):
        kept = came("a.jpg", content).content
        assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(content)).tobytes()
        assert TRACE.encode() not in kept
    assert Image.open(io.BytesIO(kept)).info["icc_profile"] == profile


def test_a_scan_of_several_pages_keeps_every_dot_and_loses_its_remarks(came):
    content = a_scan()
    assert TRACE.encode() in content
    taken = came("扫描.tif", content)
    assert taken.pages == 3
    assert TRACE.encode() not in taken.content
    pages = [frame.tobytes() for frame in ImageSequence.Iterator(Image.open(io.BytesIO(content)))]
    kept = Image.open(io.BytesIO(taken.content))
    assert [frame.tobytes() for frame in ImageSequence.Iterator(kept)] == pages


def test_a_copied_picture_comes_in_too():
    taken = read_picture("粘贴的图片", a_picture("PNG"))
    assert (taken.name, taken.suffix, taken.pages) == ("粘贴的图片", ".png", 1)


REFUSED = {
    "空.pdf": (b"", "empty"),
    "程序.exe": (b"MZ", "not_kept"),
    "苹果.HEIC": (b"ftypheic", "heic"),
    "大.pdf": (bytes(MOST_BYTES + 1), "too_large"),
    "是图.pdf": (a_picture(), "wrong_suffix"),
    "是纸.jpg": (a_pdf(), "wrong_suffix"),
    "是压缩包.docx": (a_package("malware.bin"), "wrong_suffix"),
    "是表.docx": (a_package("xl/workbook.xml"), "wrong_suffix"),
    "缺页.pdf": (a_pdf()[:-300], "cut"),
    "缺图.jpg": (a_picture(size=(300, 200))[:-200], "cut"),
    "缺图.png": (a_picture("PNG", size=(300, 200))[:-60], "cut"),
    "缺包.docx": (a_package()[:-30], "cut"),
    "锁.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "locked"),
    "锁.pdf": (a_pdf(encrypt="geheim"), "locked"),
    "坏.pdf": (b"%PDF-1.4\n" + b"x" * 300 + b"%%EOF", "damaged"),
    "弹.docx": (a_package(content=bytes(300 << 20)), "bomb"),
    "弹.png": (a_huge_picture("PNG"), "too_many_pixels"),
    "弹.tif": (a_huge_picture("TIFF"), "too_many_pixels"),
    "长.tif": (a_scan(201), "too_many_pages"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_fit_is_refused_for_its_reason(came, name):
    content, reason = REFUSED[name]
    assert came(name, content) == reason


def test_what_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(FileUnfit, match="没有找到"):
        read_file(tmp_path / "a.pdf")


@pytest.mark.parametrize("reason", UNFIT)
def test_every_refusal_says_what_is_safe_and_what_to_do(reason):
    refusal = FileUnfit(reason)
    assert refusal.message.startswith("这个文件没有添加：")
    assert refusal.safe
    assert refusal.next_step.startswith("请")
    assert "！" not in refusal.message + refusal.next_step
