"""The colours of the program, by name, in every look it has."""

from __future__ import annotations

from dataclasses import dataclass


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
# Almost black on white and white on black, for tired eyes and bad screens: every line is seen.
HIGH_LIGHT = Tokens(
    window="#F6F6F6",
    sheet="#FFFFFF",
    sunken="#FAFAFA",
    hover="#E8E8E8",
    line="#767676",
    line2="#595959",
    edge="#1E1E1E",
    text="#000000",
    text2="#1F1F1F",
    text3="#333333",
    accent="#00473F",
    onaccent="#FFFFFF",
    tint="#D9EFEA",
    tint2="#C4E6DE",
    warn="#5C2F00",
    warnbg="#FFF1DC",
    bad="#7A0C05",
    badbg="#FDE7E4",
)
HIGH_DARK = Tokens(
    window="#000000",
    sheet="#0C0C0C",
    sunken="#050505",
    hover="#242424",
    line="#8C8C8C",
    line2="#B0B0B0",
    edge="#F5F5F5",
    text="#FFFFFF",
    text2="#F0F0F0",
    text3="#E0E0E0",
    accent="#7FF0DC",
    onaccent="#000000",
    tint="#00332C",
    tint2="#00453C",
    warn="#FFD08A",
    warnbg="#2E2000",
    bad="#FFC2BA",
    badbg="#3A0E09",
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
HIGH_LIGHT_LEVELS = (
    LevelInk("#FFFFFF", "#1C1E20", "#3C4043"),
    LevelInk("#DCEBF7", "#0B2E52", "#123F6B"),
    LevelInk("#FBE7A1", "#463300", "#5C4300"),
    LevelInk("#F2A65A", "#2B1400", "#7A430F"),
    LevelInk("#971E13", "#FFFFFF", "#5F0E07"),
    LevelInk("#4C0209", "#FFFFFF", "#1F0004"),
)
HIGH_DARK_LEVELS = (
    LevelInk("#1A1D22", "#FFFFFF", "#C9CFD6"),
    LevelInk("#14304C", "#FFFFFF", "#7FB2E0"),
    LevelInk("#4A3C08", "#FFF8DC", "#D9BE4A"),
    LevelInk("#5E3206", "#FFF3E4", "#E59A4C"),
    LevelInk("#8F1A13", "#FFFFFF", "#FF8A80"),
    LevelInk("#FFC9C2", "#2A0003", "#FFFFFF"),
)
