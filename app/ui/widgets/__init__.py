"""The widgets every screen is made of; import them from here."""

from app.ui.widgets.buttons import IconButton, Segmented, button, menu_button, set_refusal
from app.ui.widgets.confirm import ConfirmDialog
from app.ui.widgets.dialogs import FittedDialog
from app.ui.widgets.fields import DurationEdit, InstantEdit, SearchField, calm_calendar, inset
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.forms import FormDialog, combo, text_area, value_of
from app.ui.widgets.labels import Chip, ElidedLabel, PlainLabel, chip_text, plain_tooltip, restyle
from app.ui.widgets.load_bar import LoadBar, paint_load
from app.ui.widgets.painting import RecordDelegate, chip_width, paint_chip, paint_chips
from app.ui.widgets.panels import EmptyState, Panel, SidePanel, ToolbarRow, hairline
from app.ui.widgets.pick_many import PickMany
from app.ui.widgets.record_table import RecordTable
from app.ui.widgets.records import RECORD_ROLE, Column, RecordModel
from app.ui.widgets.scrolled import let_scroll_past, replace_content

__all__ = [
    "RECORD_ROLE",
    "Chip",
    "Column",
    "ConfirmDialog",
    "DurationEdit",
    "ElidedLabel",
    "EmptyState",
    "FittedDialog",
    "FlowLayout",
    "FormDialog",
    "IconButton",
    "InstantEdit",
    "LoadBar",
    "Panel",
    "PickMany",
    "PlainLabel",
    "RecordDelegate",
    "RecordModel",
    "RecordTable",
    "SearchField",
    "Segmented",
    "SidePanel",
    "ToolbarRow",
    "button",
    "calm_calendar",
    "chip_text",
    "chip_width",
    "combo",
    "hairline",
    "inset",
    "let_scroll_past",
    "menu_button",
    "paint_chip",
    "paint_chips",
    "paint_load",
    "plain_tooltip",
    "replace_content",
    "restyle",
    "set_refusal",
    "text_area",
    "value_of",
]
