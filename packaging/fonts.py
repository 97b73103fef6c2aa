"""Cut the bundled typefaces out of their complete sources.

python packaging/fonts.py SANS_REGULAR SANS_BOLD KAI SERIF_BLACK UNIHAN_OTHER_MAPPINGS TARGET_FOLDER
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# The sources reserve "Source" and "LXGW": a cut-down copy may not carry those names.
CUTS = (
    ("Hei", "Regular", "widest"),
    ("Hei", "Bold", "standard"),
    ("Kai", "Regular", "standard"),
    ("Song", "Black", "titles"),
)
TABLE_CHARACTER = re.compile(r"^U\+([0-9A-F]+)\tkTGH\t", re.MULTILINE)
SIGNS = (
    "▲△▼▽●○■□◆◇★☆→←↑↓↔⇒—–―…‥·•‧“”‘’「」『』【】〔〕〖〗《》〈〉、。〃々〇〓＿￥％‰℃℉㎡㎏№×÷±≤≥≠≈∞∶√✓✗☐☑☒"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ㊣㊟"
)
SPACES = "\u00a0\u2002\u2003\u2009\u3000"
KEPT_NAMES = {0, 13}  # copyright and licence


def wanted(mappings: Path) -> dict[str, set[int]]:
    """The characters of each cut: titles need few, and 黑体 stands in where others have a gap."""
    table = {int(hit, 16) for hit in TABLE_CHARACTER.findall(mappings.read_text("utf-8"))}
    full_width, latin = set(range(0xFF01, 0xFF5F)), {*range(0x20, 0x7F), *range(0xA0, 0x100)}
    signs = _national(0xA1, 0xB0) | full_width | latin | set(map(ord, SIGNS + SPACES))
    standard = table | _national(0xB0, 0xF8) | signs
    widest = standard | set(range(0x4E00, 0xA000))
    return {"titles": _national(0xB0, 0xD8) | signs, "standard": standard, "widest": widest}


def _national(first: int, end: int) -> set[int]:
    """Rows of GB 2312."""
    pairs = [bytes((row, cell)) for row in range(first, end) for cell in range(0xA1, 0xFF)]
    return {ord(sign) for pair in pairs for sign in pair.decode("gb2312", "ignore")}


def cut(source: Path, target: Path, family: str, style: str, characters: set[int]) -> None:
    """Write the part of `source` that draws `characters`, under a name of its own."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[], notdef_outline=True, legacy_kern=False)
    options.name_IDs = ["*"]  # the licence is one of them; names are replaced below
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    _rename(font, family, style)
    font["OS/2"].fsType = 0
    font.save(target)


def _rename(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in KEPT_NAMES]
    plain = f"{family} {style}"
    postscript = plain.replace(" ", "")
    for number, text in {1: family, 2: style, 3: plain, 4: plain, 6: postscript}.items():
        names.setName(text, number, 3, 1, 0x409)


def main() -> None:
    """Cut all four."""
    *sources, mappings, target = map(Path, sys.argv[1:])
    extents = wanted(mappings)
    for source, (face, style, extent) in zip(sources, CUTS, strict=True):
        file = target / f"Workbench{face}-{style}.ttf"
        cut(source, file, f"Workbench {face}", style, extents[extent])


if __name__ == "__main__":
    main()
