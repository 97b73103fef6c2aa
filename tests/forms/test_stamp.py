"""The code on a page and the words around it."""

from dataclasses import replace

from forms.stamp import ALPHABET, SheetCode
from tests.forms.samples import DIGEST, STAMP, STOCK


def test_the_payload_is_32_characters_that_a_small_code_can_hold():
    payload = SheetCode("K7QF", 1234).payload(3, DIGEST)
    assert payload.startswith("GA1:K7QF:0001234:03:")
    assert len(payload) == 32
    assert set(payload) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:")


def test_the_payload_carries_the_first_60_bits_of_the_digest():
    code = SheetCode("K7QF", 1)
    bits = 0
    for symbol in code.payload(1, DIGEST)[-12:]:
        bits = bits * 32 + ALPHABET.index(symbol)
    assert f"{bits:015x}" == DIGEST[:15]


def test_another_digest_gives_another_code():
    code = SheetCode("K7QF", 1)
    assert code.payload(1, "0" * 64) != code.payload(1, "0" * 14 + "1" + "0" * 49)


def test_the_caption_is_what_a_person_types():
    assert SheetCode("K7QF", 1234).caption() == "K7QF-0001234"


def test_the_foot_names_sheet_version_content_and_audit():
    assert STAMP.foot_left() == "K7QF-0001234\u3000第1版\u3000摘要 90E6-3D85\u3000审计链 3C9E07B2"
    assert STAMP.foot_right() == "打印 2026-11-25 16:40"


def test_a_reprint_and_a_case_number_are_said_in_the_foot():
    stamp = replace(STAMP, reprint=2, subject="GA0123")
    assert stamp.foot_left().endswith("重印2")
    assert stamp.foot_right() == "GA0123\u3000打印 2026-11-25 16:40"


def test_a_stock_form_has_no_code_no_moment_and_no_audit():
    assert STOCK.foot_left() == "第1版\u3000摘要 90E6-3D85\u3000审计链 —"
    assert STOCK.foot_right() == ""


def test_a_note_takes_the_place_of_version_and_digest():
    stamp = replace(STAMP, note="内部材料\u3000会后收回", reprint=1)
    assert stamp.foot_left() == "内部材料\u3000会后收回"
    assert stamp.foot_right() == "打印 2026-11-25 16:40"


def test_pages_of_a_file_are_counted_from_the_first_of_the_sheet():
    assert replace(STAMP, leaf=17).leaf_of(1) == "卷内第 17 页"
    assert replace(STAMP, leaf=17).leaf_of(3) == "卷内第 19 页"
    assert STAMP.leaf_of(1) == ""
