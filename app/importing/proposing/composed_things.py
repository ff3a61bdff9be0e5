"""Headers of what a record touches or comes from, by the few words in them: "Systemy objęte zmianą"."""

from __future__ import annotations

from app.importing.words.concepts import CHANGE
from app.importing.words.spelling import ARTICLES, plain, spelt

_GLUE = ARTICLES | spelt(
    """
    dos, das, die, el, il, les, los, las, by, von, durch, par, por, pela, pelo, dalla, dal, przez, których,
    której, którego, s, name,
    names, list, tarafından"""
)
_TOUCHED = spelt(
    """
    affected, impacted, concerned, involved, touched, betroffen, betroffene, betroffener, betroffenes,
    impacté, impactée, impactés, impactées, concerné, concernée, concernés, concernées, affecté, affectée,
    affectés, affectées, touché, touchés, afectado, afectada, afectados, afectadas, impactado, impactada,
    impactados, impactadas, involucrado, involucrados, afetado, afetada, afetados, afetadas, envolvido,
    envolvidos, coinvolto, coinvolta, coinvolti, coinvolte, impattato, impattata, impattati, impattate,
    interessato, interessata, interessati, interessate, dotknięty, dotknięta, dotknięte, objęte, objęty,
    dotyczy,
    etkilenen, ilgili, getroffen, betrokken"""
)
_CAUSED = spelt(
    """
    caused, verursacht, causé, causée, provoqué, causado, causada, provocado, provocada, originado, causato,
    causata, spowodowane, spowodowany, neden, olan, kaynaklanan, veroorzaakt"""
)
_APPLICATIONS = spelt(
    """
    application, applications, app, apps, service, services, system, systems, anwendung, anwendungen, dienst,
    dienste, systeme, système, systèmes, aplicación, aplicaciones, servicio, servicios, sistema, sistemas,
    aplicação, aplicações, serviço, serviços, applicazione, applicazioni, servizio, servizi, sistemi,
    aplikacja, aplikacje, usługa, usługi, systemy, sistem, sistemler, uygulama, uygulamalar, servis,
    servisler, hizmet, hizmetler, systeem, systemen, diensten"""
)
_ITEMS = spelt(
    """
    ci, cis, ic, ics, item, items, itens, element, elements, elemento, elementos, elementi, elementy, élément,
    éléments, konfigurationselement, konfigurationselemente, configuration, configuración, configuração,
    configurazione, konfiguracji, yapılandırma, öğesi, öğeleri, server, servers, host, hosts, device,
    devices, asset, assets,
    serveur, serveurs, équipement, équipements, servidor, servidores, equipo, equipos, equipamento,
    equipamentos, apparati, apparato, ativo, ativos, activo, activos, serwer, serwery, urządzenie,
    urządzenia, sunucu, sunucular, cihaz,
    cihazlar, gerät, geräte"""
)


def thing_composed(header: str, kind: str) -> str:
    """The field of a change or an incident that the words of a header together name: what is touched by it,
    or, of an incident, the change that it came from; "" where they name none. Every word has to be known."""
    words = {word for word in plain(header).split() if word not in _GLUE}
    if kind == "incidents" and words & _CAUSED and words & CHANGE and words <= _CAUSED | CHANGE:
        return "change_key"
    things = words - _TOUCHED - CHANGE
    is_told = bool(words & _TOUCHED) or len(things & _APPLICATIONS) > 1
    if kind not in ("changes", "incidents") or not things or not is_told:
        return ""
    return "applications" if things <= _APPLICATIONS else "configuration_items" if things <= _ITEMS else ""
