"""What a list is called says what it is of: "incidencias_2026.csv", a sheet "Wartungsfenster"."""

from __future__ import annotations

import re

from app.importing.words.spelling import plain, with_humps_apart

_SAID_FIRST: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "",
        re.compile(r"\b(?:change|release) (?:calendar|tasks?|schedule)\b|\b(?:ctask|change_task)\b"),
    ),
    (
        "windows",
        re.compile(
            r"\b(?:maintenance|change|release) windows?\b|\bwartungs?(?:fenster|kalender|plan\w*)\b|"
            r"\bmaintenance (?:calendar|schedule|plan)s?\b|\bfenetres? de (?:maintenance|changement)\b|"
            r"\bventanas? de (?:mantenimiento|cambios?)\b|\bjanelas? de (?:manutencao|mudancas?)\b|"
            r"\bfinestr[ae] di (?:manutenzione|rilascio)\b|\bokn[oa] (?:serwisow\w+|zmian)\b|"
            r"\bbakim pencere\w*\b|\b(?:fenetres|ventanas|janelas|finestre|okna|pencereler)\b"
        ),
    ),
    (
        "activities",
        re.compile(
            r"\b(?:deployment|implementation|migration|release|project|rollout) ?plan\b|\bgo ?live\b|"
            r"\bcut ?over\b|\brun ?books?\b|\bgantt\b|\bwbs\b|\b(?:ablauf|projekt|umstellungs)plan\b|"
            r"\bplan de (?:bascule|projet|mise en production|proyecto|corte|projeto|implantacao)\b|"
            r"\bpiano di (?:progetto|rilascio|migrazione)\b|\bcronogramas?\b|\bharmonogram\w*\b|"
            r"\bplan (?:wdrozenia|projektu)\b|\b(?:gecis|proje) plani\b"
        ),
    ),
    ("detected", re.compile(r"\bdetected changes\b|\baudit ?logs?\b|\bconfig(?:uration)? drift\b|\bdrift\b")),
)
"""Names of several words, which say another thing than each word alone."""
_SAID: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "changes",
        re.compile(
            r"\b(?:changes?|rfcs?|crqs?|releases?|gmuds?|mudancas?|cambios?|changements?|anderungs?\w*|"
            r"modifiche|zmian\w*|degisiklik\w*)\b"
        ),
    ),
    (
        "incidents",
        re.compile(
            r"\b(?:incidents?|outages?|downtimes?|post ?mortems?|alarms?|alerts?|incidencias?|incidentes?|"
            r"incidenti|incydent\w*|storung(?:en)?|storfalle?|ausfalle?|vorfalle?|pannes?|averias?|awari\w+|"
            r"guasti|disservizi|ariza\w*|kesinti\w*|olay(?:lar\w*)?)\b"
        ),
    ),
    (
        "windows",
        re.compile(
            r"\b(?:maintenances?|wartung(?:en)?|mantenimientos?|manutenc(?:ao|oes)|manutenzion[ei]|"
            r"konserwac\w+|bakim\w*)\b"
        ),
    ),
    ("freezes", re.compile(r"\b(?:freezes?|\w*sperrzeiten|congelamentos?|zamrozenia)\b")),
    (
        "applications",
        re.compile(
            r"\b(?:applications?|apps?|anwendung(?:en)?|aplicacion(?:es)?|aplicac(?:ao|oes)|applicazion[ei]|"
            r"aplikacj\w+|uygulama\w*)\b"
        ),
    ),
    (
        "configuration_items",
        re.compile(
            r"\b(?:cmdb|servers?|servidor(?:es)?|serveurs?|serwer\w*|sunucu\w*|hosts?|"
            r"configuration items?)\b"
        ),
    ),
    (
        "people",
        re.compile(
            r"\b(?:people|staff|employees|contacts|mitarbeiter\w*|kontakte|personal[e]?|personel|personas|"
            r"pessoas|persone|pracownicy|calisanlar|kisiler|contactos|contatos|contatti|kontakty|empleados|"
            r"funcionarios|dipendenti)\b"
        ),
    ),
    ("builds", re.compile(r"\bbuilds?\b")),
    (
        "deployments",
        re.compile(
            r"\b(?:deploys?|deployments?|deploiements?|despliegues?|implantac(?:ao|oes)|wdroze\w+|"
            r"dagitim\w*)\b"
        ),
    ),
)
"""Words for what lists are of, in eight languages, by kind of list; those that are of much else are not here:
"windows" are also an operating system, "tasks" steps or tickets."""


def kind_called(name: str) -> str:
    """The kind of list that a name says, that of the one kind it names; "" for none, or several."""
    said, kinds = plain(with_humps_apart(name)), set()
    for kind, words in _SAID_FIRST:
        said, count = words.subn(" ", said)
        if count:
            kinds.add(kind)
    kinds |= {kind for kind, words in _SAID if words.search(said)}
    return kinds.pop() if len(kinds) == 1 else ""
