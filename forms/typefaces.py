"""The bundled typefaces: loaded when first needed, chosen character by character."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

from forms.blocks import Face
from forms.fonts import HEI, HEI_BOLD, KAI, SONG_BLACK

PT = 25.4 / 72
MISSING = "〓"
CACHED = 20_000  # characters of a long document in all faces and sizes
MAP_BLOCK = 100  # the most entries one block of a character map may hold
SANS_IN_VALUES = frozenset("▲△“”‘’·—→…①②③④⑤⑥⑦⑧⑨⑩")

HEAVY = "Hei drawn heavy"  # the regular cut with an outline, where the bold one has a gap
HEAVY_OUTLINE = 0.025  # em

FILES: dict[str, Path] = {"Hei": HEI, "HeiBold": HEI_BOLD, "Kai": KAI, "Song": SONG_BLACK}
CHAINS: dict[Face, tuple[str, ...]] = {
    Face.VALUE: ("Kai", "Hei"),
    Face.STRONG: ("HeiBold", HEAVY),
    Face.FORM: ("Hei",),
}
TITLE_CHAIN = ("Song", "HeiBold", "Hei")


@lru_cache(CACHED)
def font_for(sign: str, chain: tuple[str, ...]) -> str | None:
    """The first typeface of the chain that can draw a character, if any can."""
    sturdy = sign.isascii() or sign < "\u0100" or sign in SANS_IN_VALUES
    wanted = ("Hei", *chain) if sturdy and chain[0] == "Kai" else chain
    return next((font for font in wanted if ord(sign) in _glyphs(font)), None)


@lru_cache(CACHED)
def advance(sign: str, font: str, size: float) -> float:
    """How wide a character is, in mm."""
    return float(_typeface(font).face.charWidths[ord(sign)]) * size / 1000 * PT


def registered(font: str) -> str:
    """The name to draw with, once the typeface is loaded."""
    return str(_typeface(font).fontName)


def _glyphs(font: str) -> dict[int, int]:
    glyphs: dict[int, int] = _typeface(font).face.charToGlyph
    return glyphs


@cache
def _typeface(font: str) -> ttfonts.TTFont:
    if font == HEAVY:
        return _typeface("Hei")
    typeface = ttfonts.TTFont(font, str(FILES[font]), shapable=False)
    pdfmetrics.registerFont(typeface)
    return typeface


def _character_map(name: str, subset: list[int]) -> str:
    """A map back from codes to text. The stock one loses characters above U+FFFF."""
    lines = [f"<{code:02X}> <{_utf16(character)}>" for code, character in enumerate(subset)]
    starts = range(0, len(lines), MAP_BLOCK)
    chunks = [lines[start : start + MAP_BLOCK] for start in starts]
    bodies = [f"{len(c)} beginbfchar\n{chr(10).join(c)}\nendbfchar" for c in chunks]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def\n/CMapType 2 def",
            f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange",
            *bodies,
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        )
    )


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()


ttfonts.makeToUnicodeCMap = _character_map
