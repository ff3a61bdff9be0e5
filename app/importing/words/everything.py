"""Names that mean everything there is: a freeze of "All" names no application, and so freezes all."""

from __future__ import annotations

from collections.abc import Iterable

from app.importing.words.spelling import spelt

_ALL = spelt(
    """
    all, any, everything, global, company wide, enterprise, all applications, all apps, all systems,
    all services, all production systems, all environments, all teams, all production, alle, alle anwendungen,
    alle systeme, alle services, alle umgebungen, alles, tous, toutes, tout, toutes les applications,
    tous les systèmes, tous les services, tous les environnements, todos, todas, todo, todas las aplicaciones,
    todos los sistemas, todos los servicios, todos los entornos, todas as aplicações, todos os sistemas,
    todos os serviços, todos os ambientes, tutti, tutte, tutto, tutte le applicazioni, tutti i sistemi,
    tutti i servizi, tutti gli ambienti, wszystkie, wszystko, wszystkie aplikacje, wszystkie systemy,
    wszystkie środowiska, hepsi, tümü, tüm, tüm uygulamalar, tüm sistemler, tüm ortamlar"""
)


def without_all(names: Iterable[str]) -> tuple[str, ...]:
    """The names; none where one of them means everything, as one of "All" or "*" does."""
    found = tuple(names)
    return () if any(name.strip() == "*" or spelt(name) & _ALL for name in found) else found
