"""The bundled typefaces: loaded when first needed, chosen character by character."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from forms.blocks import Face
from forms.fonts import HEI, HEI_BOLD, KAI, SONG_BLACK

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

PT = 25.4 / 72
MISSING = "〓"
CACHED = 20_000  # characters of a long document in all faces and sizes
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
def _typeface(font: str) -> TTFont:
    if font == HEAVY:
        return _typeface("Hei")
    from forms.embedding import load  # slow, and nothing is drawn until somebody asks for a paper

    return load(font, FILES[font])
