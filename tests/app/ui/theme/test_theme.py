"""Both schemes can be read, the stylesheet is whole, and the preference wins over the system."""

import pytest

from app.ui.theme import Preference, Scheme, Theme
from app.ui.theme.tokens import read_tokens

TEXTS = ("text", "muted", "accent", "met", "not_met", "waived", "critical")
PAIRS = [(text, ground) for text in TEXTS for ground in ("background", "surface")] + [
    ("met", "met_soft"),
    ("not_met", "not_met_soft"),
    ("waived", "waived_soft"),
    ("critical", "critical_soft"),
    ("accent", "accent_soft"),
    ("neutral", "neutral_soft"),
    ("on_accent", "accent"),
    ("text", "selection"),
    ("muted", "selection"),
    ("muted", "hover"),
    ("on_accent", "accent_hover"),
]


def luminance(color):
    """Relative luminance by WCAG 2.1."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_contrast_is_at_least_four_and_a_half(scheme, text, ground):
    colors = getattr(read_tokens(), scheme)
    high, low = sorted((luminance(colors[text]), luminance(colors[ground])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_preference_wins_over_the_system_and_is_told(qtbot):
    theme = Theme(Preference.SYSTEM, lambda: Scheme.DARK)
    assert theme.is_dark
    with qtbot.waitSignal(theme.theme_changed):
        theme.set_preference(Preference.LIGHT)
    assert theme.color("background").name() == "#f6f7f9"


@pytest.mark.parametrize("preference", [Preference.LIGHT, Preference.DARK])
def test_stylesheet_has_every_token_filled_in(qtbot, preference):
    sheet = Theme(preference).stylesheet()
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_icons_of_the_stylesheet_are_kept_and_leave_no_temporary_folder(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    folder = tmp_path / 'Ada\'s (new) "home" @desk' / "icons"
    sheet = Theme(Preference.DARK, icons_folder=folder).stylesheet()
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert kept
    assert folder.as_posix().replace('"', '\\"') in sheet
    name = next(iter(kept))
    (folder / name).write_text("of another version")
    Theme(Preference.DARK, icons_folder=folder).stylesheet()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept


def test_icons_go_elsewhere_where_they_cannot_be_kept(qtbot, tmp_path):
    (tmp_path / "taken").write_text("no folder")
    folder = tmp_path / "taken" / "icons"
    assert folder.as_posix() not in Theme(Preference.LIGHT, icons_folder=folder).stylesheet()
