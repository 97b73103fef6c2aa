"""How the screen looks on this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.pages.settings_part import SettingsPart, labelled
from ui.preferences import Preferences
from ui.theme import SCALES, Mode, theme
from ui.widgets.heads import SectionHead
from ui.widgets.segmented import Segmented


class ScreenSettings(SettingsPart):
    """Font size and theme, live."""

    title = "屏幕"

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = Segmented("字号", [(scale, f"{scale}%") for scale in SCALES])
        self.mode = Segmented("明暗", [(mode, mode.label) for mode in Mode])
        self.scale.chosen.connect(preferences.set_scale)
        self.mode.chosen.connect(preferences.set_mode)
        self.column.addWidget(SectionHead("屏幕", "改了马上生效", ruled=True))
        self.column.addLayout(labelled("字号", self.scale))
        self.column.addLayout(labelled("明暗", self.mode))
        theme().changed.connect(self.reload)

    def reload(self) -> None:
        """Show the present choices, whoever made them."""
        self.scale.show_value(theme().scale)
        self.mode.show_value(theme().mode)
