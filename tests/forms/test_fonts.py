"""The bundled typefaces draw every character a name or a form may need."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from forms import fonts

BEYOND_GB2312 = Path(__file__).parent / "standard_characters_beyond_gb2312.txt"
RARE = "㛃𬭎䶮犇堃𠅤䢺𬱖𫖯𬴂𠙶𪣻喆垚翀赟"
SIGNS = "▲→—…·“”‘’①⑩㈠Ⅲ℃％□○●、。「」【】～＋￥"
TEXT_FACES = [fonts.HEI, fonts.HEI_BOLD, fonts.KAI]


def gb2312(first_row, end_row):
    pairs = (bytes((row, cell)) for row in range(first_row, end_row) for cell in range(0xA1, 0xFF))
    return {sign for pair in pairs for sign in pair.decode("gb2312", "ignore")}


def covered(path):
    with TTFont(path, lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


@pytest.mark.parametrize("path", TEXT_FACES, ids=lambda path: path.stem)
def test_the_standard_table_of_8105_characters_is_covered(path):
    beyond = set(BEYOND_GB2312.read_text("utf-8").strip())
    assert len(beyond) == 1467
    assert not (gb2312(0xB0, 0xF8) | beyond) - covered(path)


@pytest.mark.parametrize("path", TEXT_FACES, ids=lambda path: path.stem)
def test_signs_latin_and_rare_names_are_covered(path):
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))}
    assert not (gb2312(0xA1, 0xAA) | latin | set(SIGNS) | set(RARE)) - covered(path) - {"\u00ad"}


def test_characters_beyond_the_table_fall_back_to_one_wide_typeface():
    assert not {chr(code) for code in range(0x4E00, 0x9FA6)} - covered(fonts.HEI)


def test_the_title_face_draws_common_characters():
    assert not gb2312(0xB0, 0xD8) - covered(fonts.SONG_BLACK)


@pytest.mark.parametrize("path", [*TEXT_FACES, fonts.SONG_BLACK], ids=lambda path: path.stem)
def test_no_cut_carries_a_reserved_name(path):
    with TTFont(path, lazy=True) as font:
        shown = [str(font["name"].getName(number, 3, 1, 0x409)) for number in (1, 3, 4, 6)]
        assert not any(name in " ".join(shown) for name in ("LXGW", "霞鹜", "Source"))
        assert "Open Font License" in str(font["name"].getName(13, 3, 1, 0x409))
        assert font["OS/2"].fsType == 0


def test_every_licence_lies_beside_the_typefaces():
    licences = sorted(path.name for path in fonts.FOLDER.glob("*-OFL.txt"))
    assert licences == ["LXGWWenKai-OFL.txt", "NotoSansSC-OFL.txt", "NotoSerifSC-OFL.txt"]
    assert all("SIL OPEN FONT LICENSE" in p.read_text("utf-8") for p in fonts.FOLDER.glob("*.txt"))
