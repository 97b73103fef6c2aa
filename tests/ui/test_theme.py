"""Colours are told apart by everybody: ratios computed as the accessibility guideline says."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QPalette

from ui.colours import (
    DARK,
    DARK_LEVELS,
    HIGH_DARK,
    HIGH_DARK_LEVELS,
    HIGH_LIGHT,
    HIGH_LIGHT_LEVELS,
    LIGHT,
    LIGHT_LEVELS,
)
from ui.theme import Mode, palette, theme

TEXT, BORDER, STRONG = 4.5, 3.0, 7.0
GROUNDS = ("window", "sheet", "sunken", "tint")
THEMES = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK], ids=["light", "dark", "strong", "strong dark"]
)
STRONG_THEMES = pytest.mark.parametrize(
    "tokens", [HIGH_LIGHT, HIGH_DARK], ids=["strong", "strong dark"]
)


def _luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent", "warn", "bad"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("onaccent", "accent"),
        ("warn", "warnbg"),
        ("text", "warnbg"),
        ("text", "badbg"),
        ("accent", "tint2"),
        ("text", "tint2"),
        ("text2", "hover"),
    ],
)
def test_text_on_filled_grounds_can_be_read(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= TEXT


@STRONG_THEMES
@pytest.mark.parametrize("ground", [*GROUNDS, "hover", "tint2", "warnbg", "badbg"])
def test_strong_colours_are_strong_on_every_ground(tokens, ground):
    for ink in ("text", "text2", "text3", "accent", "warn", "bad"):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= STRONG, ink
    assert contrast(tokens.onaccent, tokens.accent) >= STRONG


@STRONG_THEMES
@pytest.mark.parametrize("ground", ["window", "sheet", "sunken"])
def test_strong_colours_show_every_hairline(tokens, ground):
    for ink in ("line", "line2", "edge"):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= BORDER, ink


@pytest.mark.parametrize("ink", HIGH_LIGHT_LEVELS + HIGH_DARK_LEVELS)
def test_levels_are_strong_where_colours_are(ink):
    assert contrast(ink.fill, ink.text) >= STRONG


@THEMES
@pytest.mark.parametrize("ground", ["window", "sheet", "sunken"])
def test_outlines_and_focus_stand_out(tokens, ground):
    for ink in ("edge", "accent"):
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= BORDER


@pytest.mark.parametrize("ink", LIGHT_LEVELS + DARK_LEVELS)
def test_levels_can_be_read(ink):
    assert contrast(ink.fill, ink.text) >= TEXT


@THEMES
def test_disabled_text_stays_readable(tokens):
    made = palette(tokens)
    disabled = QPalette.ColorGroup.Disabled
    words = made.color(disabled, QPalette.ColorRole.ButtonText).name()
    ground = made.color(disabled, QPalette.ColorRole.Button).name()
    assert contrast(words, ground) >= TEXT


def test_level_colours_belong_to_levels_only():
    sets = {
        LIGHT: LIGHT_LEVELS,
        DARK: DARK_LEVELS,
        HIGH_LIGHT: HIGH_LIGHT_LEVELS,
        HIGH_DARK: HIGH_DARK_LEVELS,
    }
    for tokens, levels in sets.items():
        fills = {ink.fill for ink in levels[1:]}
        assert not fills & set(asdict(tokens).values())


def test_size_and_theme_change_at_once_in_open_windows(screen, qapp):
    before = qapp.font().pointSizeF()
    theme().show(Mode.DARK, 150)
    screen.settle()
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    assert screen.window.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()


def test_strong_colours_are_chosen_by_name_and_stay_when_the_system_turns(screen):
    theme().show(Mode.CONTRAST, 100)
    screen.settle()
    assert theme().tokens in (HIGH_LIGHT, HIGH_DARK)
    assert theme().level(4) in (HIGH_LIGHT_LEVELS[4], HIGH_DARK_LEVELS[4])
    theme().follow_system()
    window = screen.window.palette().color(QPalette.ColorRole.Window).name()
    assert window == theme().tokens.window.lower()
