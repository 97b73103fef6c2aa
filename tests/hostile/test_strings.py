"""Whatever stands in a cell comes back as plain text, equal to what was there."""

import csv
import random

import pytest

from tests.workbench.imports.sheets import given, id_number, workbook
from workbench.imports.applying import apply_import, preview_import
from workbench.imports.reading import read_spreadsheet
from workbench.patients import details_of
from workbench.words import clean_text

COUNT = 1_000
PIECES = (
    *("=1+1", "=cmd|'/c calc'!A1", "@SUM(A1)", "+1", "-1", "'", '"', '""', ",", "\t", ";", "\n"),
    *("<b>", "&amp;", "]]>", "{0}", "%s", "${x}", "\\", "\\n", "..", "/", "';--", "NULL", "None"),
    *(
        "䶮",
        "㛃",
        "𬭎",
        "𠅤",
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\u2028",
        "\x85",
    ),
    *("ａ１", "　", " ", "·", "・", "村", "1e9", "1980-02-29", "true", "#N/A", "ﷺ", "\U0010fffd"),
)


def nasty(seed):
    """One string nobody would type, which begins and ends with a letter."""
    draw = random.Random(seed)
    return f"村{''.join(draw.choices(PIECES, k=draw.randint(1, 9)))}组"


ROWS = [[f"郜长风{n}", id_number(sequence=n), nasty(n)] for n in range(1, COUNT)]
HEADER = ["姓名", "身份证号", "村组"]


def as_workbook(folder):
    return workbook(folder / "a.xlsx", HEADER, *ROWS)


def as_text(folder):
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *ROWS])
    return folder / "a.csv"


@pytest.mark.parametrize("write", [as_text, as_workbook])
def test_every_string_comes_back_equal(bench, tmp_path, write):
    listed = given(bench, read_spreadsheet(write(tmp_path)))
    apply_import(bench, listed, seen=preview_import(bench, listed).seen)
    with bench.store.reading() as session:
        found = {p.name: p.village for p in details_of(session, None, bench.today()).values()}
    assert found == {name: clean_text(words) for name, _, words in ROWS}
