"""Who a plan's cell names: several people in one cell, and words that stand for nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterable

_APART = re.compile(r"\s*(?:/|&|\+|\s(?:and|und|et|y|e|oraz|ve)\s)\s*")
_NOBODY = re.compile(
    r"^(?:all|everyone|everybody|tb[dacn]|n/?a|none|nobody|various|unknown|not assigned|unassigned|team|"
    r"to be (?:named|determined|confirmed|decided)|alle|tous|todos|tutti|wszyscy|hepsi|[-–—?.*]+|x+|\d+)$",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:team|group|squad|desk|support|department|dept|gruppe|abteilung|equipo|equipe|équipe|grupo|gruppo|"
    r"zespół|takım|ekip)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:manager|mgr|managers|engineers?|admins?|administrators?|lead|leads|leader|coordinator|owners?|analysts?|"
    r"operators?|operations|ops|business|vendor|provider|dbas?|basis|qa|pmo|noc|soc|sre|devops|network|"
    r"infrastructure|linux|unix|windows|storage|betrieb|leiter|leitung|responsables?|gestor|gerente|"
    r"administrador|administrateur|amministratore|kierownik|yönetici(?:si)?|"
    r"help ?desk|service ?desk|mesa de ayuda|yardım masası|operaciones|operações|operazioni|operasyon|"
    r"operacje|exploitation|intégration|recette|fachbereich|rechenzentrum|infra|infraestructura|infraestrutura|"
    r"infrastruktur|infrastruttura|infrastruktura|altyapı|sistemas|sistemi|sistemisti|desarrollo|"
    r"desenvolvimento|sviluppo|développement|entwicklung|testers?|testing|security|sicherheit|seguridad|"
    r"segurança|sicurezza|bezpieczeństwo|güvenlik|ci|cab)\b",
    re.IGNORECASE,
)
"""Words of what people are, which no name has."""
_SHARE = re.compile(r"\s*\[\d+(?:[.,]\d+)?\s*%\]")
_LONGEST = 80


def people_in(names: Iterable[str]) -> tuple[str, ...]:
    """The single names in a cell's names: "Ann / Bob" and "Ann & Bob" are two people; the
    share of a person's time that project programs write ("Ann[50%]") is no part of the name."""
    parts = (part.strip() for name in names for part in _APART.split(_SHARE.sub("", name)))
    return tuple(dict.fromkeys(part for part in parts if part))


def is_person(name: str) -> bool:
    """Whether a name may be somebody's, rather than a team's, a role or a word such as "all" or "TBD"."""
    if len(name) > _LONGEST or not any(letter.isalpha() for letter in name):
        return False
    return not any(words.search(name) for words in (_NOBODY, _TEAM, _ROLE))
