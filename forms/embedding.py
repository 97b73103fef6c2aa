"""A typeface as the library that writes PDF takes it, with a map back to text that is whole."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

MAP_BLOCK = 100  # the most entries one block of a character map may hold


def load(name: str, file: Path) -> ttfonts.TTFont:
    """Read a typeface and make its name known to the library."""
    typeface = ttfonts.TTFont(name, str(file), shapable=False)
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
