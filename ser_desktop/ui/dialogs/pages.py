"""The pages of the preferences: each shows some fields of the settings and changes them by the keeper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ser_desktop.settings import COLOURS, Settings
from ser_desktop.ui import theme, words
from ser_desktop.ui.dialogs.rows import ChoiceRow, Row, SliderRow
from ser_desktop.ui.dialogs.swatches import Swatches
from ser_desktop.ui.house import Own
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.language import LANGUAGES, N_, number, tr, wanted
from ser_desktop.ui.theme import GRID, MARGIN, Palette

MILLISECONDS = N_("{name}, in milliseconds")
PERCENT = N_("{name}, in percent")


class Page(QWidget):
    """A column of rows. ``fields`` are those of the settings that it shows."""

    title = ""
    fields: tuple[str, ...] = ()

    def __init__(self, keeper: Keeper, rows: Sequence[Row]) -> None:
        super().__init__()
        self._keeper = keeper
        self.setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(MARGIN)
        for row in rows:
            column.addWidget(row)
        column.addStretch()

    def tell(self, settings: Settings, own: Own) -> None:
        """Show what is chosen now, and what the model in use brings along."""

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""


class Appearance(Page):
    """Theme and the emotions' colours."""

    title = N_("Appearance")
    fields = ("theme", "colours")

    def __init__(self, keeper: Keeper, palette: Palette) -> None:
        self._theme = ChoiceRow(
            N_("Theme"),
            N_("How the window looks. High contrast is dark or light, as the system is."),
            (
                ("system", N_("As the system")),
                ("light", N_("Light")),
                ("dark", N_("Dark")),
                ("contrast", N_("High contrast")),
            ),
        )
        self._colours = ChoiceRow(
            N_("Colours of the emotions"),
            N_("The second choice keeps any two of them apart for colour-blind eyes, too."),
            (("expected", N_("As expected")), ("apart", N_("For colour-blind eyes"))),
        )
        self._swatches = [Swatches(palette, colours) for colours in COLOURS]
        for index, swatches in enumerate(self._swatches):
            self._colours.grid.addWidget(swatches, index, 1)
        super().__init__(keeper, (self._theme, self._colours))
        self._theme.chosen.connect(lambda choice: keeper.change(theme=choice))
        self._colours.chosen.connect(lambda choice: keeper.change(colours=choice))

    def tell(self, settings: Settings, own: Own) -> None:  # noqa: ARG002 -- a page's
        """Show what is chosen now."""
        self._theme.tell(settings.theme)
        self._colours.tell(settings.colours)

    def use_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for swatches in self._swatches:
            swatches.use_palette(palette)


class Listening(Page):
    """How often and over what an answer is found."""

    title = N_("How it listens")
    fields = ("window_s", "hop_s", "smoothing_s", "unsure_below", "speech_gate")

    def __init__(self, keeper: Keeper) -> None:
        self.window_row = SliderRow(
            N_("Speech heard at once"),
            N_("How much of what was just said counts. Less follows a change sooner, more is surer."),
            MILLISECONDS,
            (1000, 3000, 250),
        )
        self.hop_row = SliderRow(
            N_("A new answer every"),
            N_("More often looks livelier, and keeps the processor busier."),
            MILLISECONDS,
            (100, 1000, 100),
        )
        self.smoothing_row = SliderRow(
            N_("Smoothing"),
            N_("How long earlier answers count. Quick shows each as it comes, slow keeps the bars calm."),
            MILLISECONDS,
            (0, 5000, 100),
            (N_("quick"), N_("slow")),
        )
        self.unsure_row = SliderRow(
            N_("Unsure below"),
            N_("Where no emotion is likelier than this, the program says so instead of naming one."),
            PERCENT,
            (0, 100, 1),
        )
        self.own = QCheckBox()
        self.own.setFont(theme.font())
        self.unsure_row.body.insertWidget(0, self.own, 0, Qt.AlignmentFlag.AlignLeft)
        self.gate_row = SliderRow(
            N_("Speech gate"),
            N_("How sure it must be that somebody speaks. Lower hears whispers, and more noise."),
            PERCENT,
            (10, 90, 5),
        )
        rows = (self.window_row, self.hop_row, self.smoothing_row, self.unsure_row, self.gate_row)
        self._window_most = 3000
        self._unsure_own = 0.45
        super().__init__(keeper, rows)
        QWidget.setTabOrder(self.own, self.unsure_row.slider)
        self.window_row.moved.connect(self._widen)
        self.hop_row.moved.connect(lambda count: keeper.change(hop_s=count / 1000))
        self.smoothing_row.moved.connect(lambda count: keeper.change(smoothing_s=count / 1000))
        self.unsure_row.moved.connect(lambda count: keeper.change(unsure_below=count / 100))
        self.gate_row.moved.connect(lambda count: keeper.change(speech_gate=count / 100))
        self.own.toggled.connect(self._leave_to_model)

    def tell(self, settings: Settings, own: Own) -> None:
        """Show what is chosen now; the model's own window is the longest that there is."""
        self._window_most, self._unsure_own = round(1000 * own.window_s), own.unsure_below
        whole = settings.window_s is None or settings.window_s >= own.window_s
        window_s = own.window_s if whole or settings.window_s is None else settings.window_s
        text = f"{number(window_s, None)}\N{NARROW NO-BREAK SPACE}s"
        most = self._window_most
        told = tr("{value}, as the model", value=text) if whole else text
        self.window_row.slider.setEnabled(most > self.window_row.slider.minimum())
        self.window_row.tell(1000 * window_s, told, most=most)
        self.hop_row.tell(1000 * settings.hop_s, words.seconds(settings.hop_s))
        self.smoothing_row.tell(1000 * settings.smoothing_s, words.seconds(settings.smoothing_s))
        unsure = own.unsure_below if settings.unsure_below is None else settings.unsure_below
        self.own.setText(tr("As the model has it: {share}", share=words.percent(own.unsure_below)))
        with QSignalBlocker(self.own):
            self.own.setChecked(settings.unsure_below is None)
        self.unsure_row.slider.setEnabled(settings.unsure_below is not None)
        self.unsure_row.tell(100 * unsure, words.percent(unsure))
        self.gate_row.tell(100 * settings.speech_gate, words.percent(settings.speech_gate))

    def _widen(self, count: int) -> None:
        self._keeper.change(window_s=None if count >= self._window_most else count / 1000)

    def _leave_to_model(self, own: bool) -> None:  # noqa: FBT001 -- Qt's signature
        self._keeper.change(unsure_below=None if own else round(self._unsure_own, 2))


class Language(Page):
    """The window's language."""

    title = N_("Language")
    fields = ("language",)

    def __init__(self, keeper: Keeper) -> None:
        own_words = [(code, lambda name=name: name) for code, name in LANGUAGES.items()]
        self._row = ChoiceRow(
            N_("Language of the window"),
            N_("Changes at once, and how numbers and times are written with it."),
            (("system", _system_language), *own_words),
        )
        super().__init__(keeper, (self._row,))
        self._row.chosen.connect(lambda choice: keeper.change(language=choice))

    def tell(self, settings: Settings, own: Own) -> None:  # noqa: ARG002 -- a page's
        """Show what is chosen now."""
        self._row.tell(settings.language)


def _system_language() -> str:
    return tr("As the system: {language}", language=LANGUAGES[wanted("system")])
