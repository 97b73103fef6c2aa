"""What stands in a cell in Word: words at its edges, lines to write on, boxes and squares."""

import pytest
from lxml import etree

from forms.blocks import (
    Blank,
    Box,
    Cell,
    Change,
    Density,
    Face,
    Group,
    Ink,
    Role,
    Row,
    Squares,
    Table,
    Words,
)
from forms.pages import PORTRAIT, Paper
from forms.writers.word import write_word
from tests.forms.reading import WORD, word_parts
from tests.forms.samples import STAMP
from tests.forms.writers.papers import form, said

DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def drawn(*cells, widths=(170,), least=20.0, fills=False, **others):
    """The document with one table of one row."""
    table = Table(widths, (Group((Row(cells, least, fills),)),), **others)
    return word_parts(write_word(Paper("表", PORTRAIT, (table,)), STAMP))["word/document.xml"]


def cell_of(cell, **others):
    """One cell in a row of its own."""
    return next(drawn(cell, **others).iter(f"{WORD}tc"))


def told(element):
    """What an element says."""
    return "".join(text.text or "" for text in element.iter(f"{WORD}t"))


def paragraphs(cell):
    """The paragraphs of a cell that say something."""
    return [told(paragraph) for paragraph in cell.findall(f"{WORD}p") if told(paragraph).strip()]


def value(element, path):
    """The value of an element under another."""
    found = element.find("/".join(f"{WORD}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{WORD}val")


def looks(cell, path):
    """One property of every run of a cell that says something."""
    return [value(r, f"rPr/{path}") for r in cell.iter(f"{WORD}r") if told(r).strip()]


def test_words_stand_in_reading_order_from_the_corner_to_the_lower_right():
    cell = cell_of(Cell((said("正文"),), aside=form("旁"), corner=form("角"), low=form("落款")))
    assert paragraphs(cell) == ["角", "正文旁", "落款"]
    assert value(cell, "tcPr/vAlign") == "top"


def test_words_at_the_side_get_a_line_of_their_own_where_the_last_line_is_full():
    cell = cell_of(Cell((said("字" * 42),), aside=form("旁注在此")))
    assert paragraphs(cell) == ["字" * 42, "旁注在此"]


def test_room_for_ink_with_only_a_date_has_it_at_the_bottom():
    cell = cell_of(Cell(low=form("月日")))
    assert value(cell, "tcPr/vAlign") == "bottom"
    assert value(cell, "p/pPr/jc") == "right"


def test_where_nobody_signs_a_diagonal_is_drawn():
    assert value(cell_of(Cell(struck=True)), "tcPr/tcBorders/tr2bl") == "single"


def test_the_chosen_one_among_its_neighbours_is_framed():
    cells = [Cell((said("2级"),)), Cell((said("3级"),), Role.LEVEL, framed=True)]
    plain, chosen = drawn(*cells, widths=(85, 85)).iter(f"{WORD}tc")
    assert plain.find(f"{WORD}tcPr/{WORD}tcBorders") is None
    sides = chosen.find(f"{WORD}tcPr/{WORD}tcBorders")
    assert {side.get(f"{WORD}sz") for side in sides} == {"12"}
    assert looks(chosen, "sz") == ["28"]


@pytest.mark.parametrize(("least", "lines"), [(18.5, 1), (34.0, 3), (6.0, 0)])
def test_what_the_words_leave_is_ruled_to_write_on(least, lines):
    cell = cell_of(Cell(ruled=True), least=least)
    assert len(list(cell.iter(f"{WORD}pBdr"))) == lines


def test_a_row_that_fills_its_page_is_at_least_three_lines_high():
    height = drawn(Cell(ruled=True), least=10.0, fills=True).find(f".//{WORD}trHeight")
    assert int(height.get(f"{WORD}val")) == round(24 * 1440 / 25.4)


@pytest.mark.parametrize(
    ("density", "half_points"),
    [(Density.NORMAL, "21"), (Density.DENSE, "20"), (Density.FINE, "19")],
)
def test_a_denser_table_is_set_smaller(density, half_points):
    assert looks(cell_of(Cell((said("情况"),)), density=density), "sz") == [half_points]


def test_a_heavy_table_has_a_heavy_frame_and_light_rules_inside():
    borders = drawn(Cell(), heavy=True).find(f".//{WORD}tblBorders")
    weights = {etree.QName(side).localname: side.get(f"{WORD}sz") for side in borders}
    assert weights["top"] == weights["left"] == "11"
    assert weights["insideH"] == "4"


def test_a_table_kept_whole_ties_every_row_to_the_next():
    rows = tuple(Group((Row((Cell((said(str(n)),)),)),)) for n in range(4))
    paper = Paper("表", PORTRAIT, (Table((170,), rows, whole=True),))
    document = word_parts(write_word(paper, STAMP))["word/document.xml"]
    tied = [row.find(f".//{WORD}keepNext") is not None for row in document.iter(f"{WORD}tr")]
    assert tied == [True, True, True, False]


def test_a_name_under_a_role_is_heavy_and_goes_on_after_its_dot():
    name = Words("阿依努尔·买买提", whole=True)
    cell = cell_of(Cell((form("社工"), (name,)), Role.NOTE, centred=True), widths=(21,))
    assert paragraphs(cell) == ["社工", "阿依努尔·", "买买提"]
    assert looks(cell, "sz") == ["19", "21", "21"]
    assert [run.find(f"{WORD}rPr/{WORD}b") is not None for run in cell.iter(f"{WORD}r")] == [
        *(False, True, True)
    ]


def test_changed_words_are_struck_or_underlined_twice_and_not_tracked():
    gone, new = Words("旧", change=Change.REMOVED), Words("新", change=Change.ADDED)
    cell = cell_of(Cell(((gone, new),)))
    struck = [run.find(f"{WORD}rPr/{WORD}strike") is not None for run in cell.iter(f"{WORD}r")]
    assert struck == [True, False]
    assert looks(cell, "u") == [None, "double"]
    assert not list(cell.iter(f"{WORD}ins", f"{WORD}del"))


def test_a_box_is_a_picture_that_says_whether_it_is_ticked_and_holds_on_to_its_words():
    line = (Box(ticked=True), *form("已办"), Box(), *form("未办"))
    cell = cell_of(Cell((line,)))
    pictures = list(cell.iter(DESCRIBED))
    assert [picture.get("descr") for picture in pictures] == ["已勾选", "未勾选"]
    assert len({picture.get("id") for picture in pictures}) == 2
    assert told(cell) == "\u00a0已办\u00a0未办"


def test_squares_are_bordered_one_by_one_and_white_ones_stay():
    cell = cell_of(Cell(aside=(Squares(("3", "10", ""), slashes=True),)))
    boxed = [run for run in cell.iter(f"{WORD}r") if run.find(f"{WORD}rPr/{WORD}bdr") is not None]
    assert [told(run).strip() for run in boxed] == ["3", "10", ""]
    assert all(run.getprevious().find(f"{WORD}rPr/{WORD}bdr") is None for run in boxed)


def test_room_for_ink_on_a_line_says_nothing_and_makes_it_high_enough():
    cell = cell_of(Cell(((*form("签名"), Ink("s1"), *form("月日")),)))
    spacing = cell.find(f"{WORD}p/{WORD}pPr/{WORD}spacing")
    assert int(spacing.get(f"{WORD}line")) >= 12 * 1440 / 25.4 - 1
    assert "".join(told(cell).split()) == "签名月日"


def test_a_blank_at_the_end_of_a_line_does_not_end_it():
    cell = cell_of(Cell(((Words("期限", Face.FORM), Blank(4)),)))
    assert told(cell).endswith("\u3000\u00a0")
