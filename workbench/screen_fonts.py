"""The bundled typeface for the screen, handed on from the forms."""

from __future__ import annotations

from pathlib import Path

from forms.fonts import HEI, HEI_BOLD


def screen_font_files() -> tuple[Path, ...]:
    """The bundled typeface, for computers that have no Chinese one."""
    return HEI, HEI_BOLD
