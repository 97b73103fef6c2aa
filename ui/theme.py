"""Colours, type sizes and fonts: one place decides, every widget asks at paint time."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.colours import (
    DARK,
    DARK_LEVELS,
    HIGH_DARK,
    HIGH_DARK_LEVELS,
    HIGH_LIGHT,
    HIGH_LIGHT_LEVELS,
    LIGHT,
    LIGHT_LEVELS,
    LevelInk,
    Tokens,
)
from ui.followers import Followers

SCALES = (100, 115, 130, 150)
INSTALLED_FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体")


class Mode(StrEnum):
    """Which theme the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    @property
    def label(self) -> str:
        """The word in the menu and in the settings."""
        return _MODE_LABELS[self.value]


_MODE_LABELS = {"system": "跟随系统", "light": "浅色", "dark": "深色", "contrast": "高对比"}


class Type(Enum):
    """Text styles: points at 100 %, and whether semi-bold."""

    DISPLAY = (20.0, True)
    NAME = (17.0, True)
    TITLE = (15.0, True)
    LEVEL = (13.0, True)
    HEAD = (11.0, True)
    BODY = (11.0, False)
    NOTE = (9.5, False)
    NOTE_BOLD = (9.5, True)
    KEY = (9.0, False)
    # What is read from across a room; nothing there is smaller.
    BIG = (24.0, False)
    BIG_BOLD = (24.0, True)
    BIG_LEVEL = (30.0, True)
    BIG_NAME = (44.0, True)


class Theme:
    """The theme in force. `changed` is sent after the application has taken it over."""

    def __init__(self) -> None:
        self.changed = Followers()
        self._mode = Mode.SYSTEM
        self._scale = 100
        self._families: list[str] = []
        self._fonts: dict[Type, QFont] = {}
        self._tokens: Tokens | None = None

    @property
    def mode(self) -> Mode:
        """What the user asked for."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._mode in (Mode.LIGHT, Mode.DARK):
            return self._mode is Mode.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def contrast(self) -> bool:
        """Whether the strong colours are in force, by choice or because the system asks."""
        return self._mode is Mode.CONTRAST or (
            self._mode is Mode.SYSTEM and system_wants_contrast()
        )

    @property
    def scale(self) -> int:
        """Font size in percent."""
        return self._scale

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self._tokens is None:  # everything that is drawn asks, and the system answers slowly
            plain, strong = (DARK, HIGH_DARK) if self.dark else (LIGHT, HIGH_LIGHT)
            self._tokens = strong if self.contrast else plain
        return self._tokens

    def colour(self, token: str) -> QColor:
        """One colour by its name."""
        return QColor(getattr(self.tokens, token))

    def level(self, level: int) -> LevelInk:
        """Fill, text and outline of one danger level."""
        if self.contrast:
            return (HIGH_DARK_LEVELS if self.dark else HIGH_LIGHT_LEVELS)[level]
        return (DARK_LEVELS if self.dark else LIGHT_LEVELS)[level]

    def font(self, style: Type) -> QFont:
        """One text style at the chosen size; the caller may go on to change it."""
        if style not in self._fonts:
            self._fonts[style] = self._made(style)
        return QFont(self._fonts[style])

    def px(self, pixels: float) -> int:
        """A length meant for 100 %, grown with the font size."""
        return round(pixels * self._scale / 100)

    def load_fonts(self, files: Iterable[Path]) -> None:
        """Bring fonts along for a computer that has no Chinese one."""
        carried: list[str] = []
        for file in files:
            key = QFontDatabase.addApplicationFont(str(file))
            carried += QFontDatabase.applicationFontFamilies(key) if key >= 0 else []
        present = set(QFontDatabase.families())
        wanted = [*INSTALLED_FAMILIES, *dict.fromkeys(carried)]
        self._families = [name for name in wanted if name in present]
        self._fonts.clear()

    def show(self, mode: Mode, scale: int) -> None:
        """Change colours and size at once, in every open window."""
        self._mode, self._scale = mode, scale
        app = QApplication.instance()
        if isinstance(app, QApplication):
            schemes = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}
            app.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._fonts.clear()
        self._tokens = None
        if isinstance(app, QApplication):
            app.setPalette(palette(self.tokens))
            app.setFont(self.font(Type.BODY))
        self.changed.emit()

    def follow_system(self) -> None:
        """The system has turned light or dark: go along, unless the user chose otherwise."""
        if self._mode is Mode.SYSTEM:
            self.show(self._mode, self._scale)

    def _made(self, style: Type) -> QFont:
        points, bold = style.value
        font = QFont(self._families) if self._families else QFont()
        font.setPointSizeF(points * self._scale / 100)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def system_wants_contrast() -> bool:
    """Whether the system asks for strong colours; only Qt 6.10 and later can tell."""
    told = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(told() if told else None, "contrastPreference", None)
    return preference is not None and preference().name == "HighContrast"


def palette(tokens: Tokens) -> QPalette:
    """The same colours for everything Qt draws by itself, disabled things included."""
    made = QPalette()
    role = QPalette.ColorRole
    named = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.sheet,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.sheet,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.bad,
        role.PlaceholderText: tokens.text3,
        role.Highlight: tokens.tint2,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Light: tokens.sheet,
        role.Midlight: tokens.line,
        role.Mid: tokens.line2,
        role.Dark: tokens.line2,
        role.Shadow: tokens.line2,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.sheet,
    }
    for each, colour in named.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.text3))
    for each in (role.Base, role.Button):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.sunken))
    return made


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme of this program."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
