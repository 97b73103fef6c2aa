"""Colours, type sizes and fonts: one place decides, every widget asks at paint time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SCALES = (100, 115, 130, 150)
INSTALLED_FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "思源黑体")


@dataclass(frozen=True)
class Tokens:
    """Named colours of one theme; nothing on screen uses a colour without a name."""

    window: str
    sheet: str
    sunken: str
    hover: str
    line: str
    line2: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    onaccent: str
    tint: str
    tint2: str
    warn: str
    warnbg: str
    bad: str
    badbg: str


LIGHT = Tokens(
    window="#F4F2ED",
    sheet="#FFFFFF",
    sunken="#F9F7F3",
    hover="#F0EDE6",
    line="#E3DFD6",
    line2="#CFCABF",
    edge="#8B867C",
    text="#1E2124",
    text2="#54585D",
    text3="#65686C",
    accent="#17665C",
    onaccent="#FFFFFF",
    tint="#E4F0EC",
    tint2="#CFE4DE",
    warn="#8A4A00",
    warnbg="#FBF0DF",
    bad="#A32318",
    badbg="#FBEAE7",
)
DARK = Tokens(
    window="#1A1C1D",
    sheet="#232628",
    sunken="#1E2122",
    hover="#2B2F31",
    line="#34393B",
    line2="#474D50",
    edge="#7F878A",
    text="#E9E7E2",
    text2="#B9B8B3",
    text3="#9A9C9A",
    accent="#6CC7B6",
    onaccent="#06231F",
    tint="#1F3733",
    tint2="#2B4A45",
    warn="#EDB266",
    warnbg="#3A2E1C",
    bad="#FF9E92",
    badbg="#40241F",
)


@dataclass(frozen=True)
class LevelInk:
    """How one danger level is drawn. Nothing but levels may use these colours."""

    fill: str
    text: str
    outline: str


LIGHT_LEVELS = (
    LevelInk("#FFFFFF", "#3C4043", "#A9A59B"),
    LevelInk("#DCEBF7", "#123F6B", "#A9C6DF"),
    LevelInk("#FBE7A1", "#5C4300", "#DDBF57"),
    LevelInk("#F2A65A", "#3A1C00", "#CB7F32"),
    LevelInk("#C0392B", "#FFFFFF", "#9E2B1F"),
    LevelInk("#6A040F", "#FFFFFF", "#6A040F"),
)
DARK_LEVELS = (
    LevelInk("#2B2F36", "#E6E6E6", "#626A72"),
    LevelInk("#1F3B57", "#E3F0FC", "#3B5F85"),
    LevelInk("#5A4A12", "#FFF2C4", "#857026"),
    LevelInk("#7A4310", "#FFE9D2", "#A9652A"),
    LevelInk("#B3261E", "#FFFFFF", "#D8564D"),
    LevelInk("#FFB4AB", "#3B0006", "#FFB4AB"),
)


class Mode(StrEnum):
    """Which theme the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def label(self) -> str:
        """The word in the menu and in the settings."""
        return {"system": "跟随系统", "light": "浅色", "dark": "深色"}[self.value]


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


class Theme(QObject):
    """The theme in force. `changed` is sent after the application has taken it over."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mode = Mode.SYSTEM
        self._scale = 100
        self._families: list[str] = []

    @property
    def mode(self) -> Mode:
        """What the user asked for."""
        return self._mode

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        if self._mode is not Mode.SYSTEM:
            return self._mode is Mode.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    @property
    def scale(self) -> int:
        """Font size in percent."""
        return self._scale

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    def colour(self, token: str) -> QColor:
        """One colour by its name."""
        return QColor(getattr(self.tokens, token))

    def level(self, level: int) -> LevelInk:
        """Fill, text and outline of one danger level."""
        return (DARK_LEVELS if self.dark else LIGHT_LEVELS)[level]

    def font(self, style: Type) -> QFont:
        """One text style at the chosen size."""
        points, bold = style.value
        font = QFont(self._families) if self._families else QFont()
        font.setPointSizeF(points * self._scale / 100)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

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

    def show(self, mode: Mode, scale: int) -> None:
        """Change colours and size at once, in every open window."""
        self._mode, self._scale = mode, scale
        app = QApplication.instance()
        if isinstance(app, QApplication):
            schemes = {Mode.LIGHT: Qt.ColorScheme.Light, Mode.DARK: Qt.ColorScheme.Dark}
            app.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
            app.setPalette(palette(self.tokens))
            app.setFont(self.font(Type.BODY))
        self.changed.emit()

    def follow_system(self) -> None:
        """The system has turned light or dark: go along, unless the user chose otherwise."""
        if self._mode is Mode.SYSTEM:
            self.show(self._mode, self._scale)


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
