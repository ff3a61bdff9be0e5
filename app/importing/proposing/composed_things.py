"""Headers of what a record touches or comes from, by the few words in them: "Systemy objęte zmianą"."""

from __future__ import annotations

from app.importing.words.concepts_things import CHANGE, SERVICE
from app.importing.words.concepts_traits import NUMBER
from app.importing.words.joining import BY, GLUE
from app.importing.words.spelling import plain, spelt

_GLUE = (
    GLUE
    | BY
    | spelt(
        """
        che, lo, ha, qui, que, l, that, los, las, pela, pelo, dalla, dal, których, której, którego, s, name,
        names, list"""
    )
)
_TOUCHED = spelt(
    """
    affected, impacted, concerned, involved, touched, betroffen, betroffene, betroffener, betroffenes,
    impacté, impactée, impactés, impactées, concerné, concernée, concernés, concernées, affecté, affectée,
    affectés, affectées, touché, touchée, touchés, touchées, afectado, afectada, afectados,
    afectadas, impactado, impactada, impactados, impactadas, involucrado, involucrados, afetado, afetada,
    afetados, afetadas, envolvido, envolvidos, coinvolto, coinvolta, coinvolti, coinvolte, impattato,
    impattata, impattati, impattate, interessato, interessata, interessati, interessate, dotknięty, dotknięta,
    dotknięte, objęte, objęty, dotyczy, etkilenen, ilgili, getroffen, betrokken"""
)
_CAUSED = spelt(
    """
    caused, verursacht, causé, causée, provoqué, causado, causada, provocado, provocada, originado, causato,
    causata, spowodowane, spowodowany, neden, olan, kaynaklanan, veroorzaakt, causing, verursachende,
    verursachender, causadora, causador, causante"""
)
_RELATED = spelt(
    """
    related, linked, associated, corresponding, zugehörige, zugehöriger, verknüpfte, verknüpfter, verbundene,
    verbundener, lié, liée, associé, associée, correspondant, relacionado, relacionada, asociado, asociada,
    vinculado, vinculada, associado, associada, correlato, correlata, collegato, collegata, associato,
    associata, powiązana, powiązany, powiązane, powiązanej, ilgili, bağlantılı, ilişkili, gerelateerde"""
)
_APPLICATIONS = SERVICE | spelt(
    """
    application, applications, app, apps, system, systems, anwendung, anwendungen, systeme, systèmes,
    aplicación, aplicaciones, sistema, sistemas, aplicação, aplicações, applicazione, applicazioni, sistemi,
    aplikacja, aplikacje, usługa, systemy, sistem, sistemler, uygulama, uygulamalar, servisler, hizmetler,
    systeem, systemen, diensten, aplicativo, aplicativos"""
)
_ITEMS = spelt(
    """
    ci, cis, ic, ics, item, items, itens, element, elements, elemento, elementos, elementi, elementy, élément,
    éléments, konfigurationselement, konfigurationselemente, configuration, configuración, configuração,
    configurazione, konfiguracji, yapılandırma, öğesi, öğeleri, server, servers, host, hosts, device, devices,
    asset, assets, serveur, serveurs, équipement, équipements, servidor, servidores, equipo, equipos,
    equipamento, equipamentos, apparati, apparato, ativo, ativos, activo, activos, serwer, serwery,
    urządzenie, urządzenia, sunucu, sunucular, cihaz, cihazlar, gerät, geräte, varlık, varlıklar"""
)


def thing_composed(header: str, kind: str) -> str:
    """The field of a change or an incident that the words of a header together name: what is touched by it,
    or, of an incident, the change that it came from; "" where they name none. Every word has to be known."""
    words = {word for word in plain(header).split() if word not in _GLUE}
    other = _CAUSED | _RELATED
    if kind == "incidents" and words & other and words & CHANGE and words <= other | CHANGE | NUMBER:
        return "change_key"
    things = words - _TOUCHED - CHANGE
    is_told = bool(words & _TOUCHED) or len(things & _APPLICATIONS) > 1
    if kind not in ("changes", "incidents") or not things or not is_told:
        return ""
    return "applications" if things <= _APPLICATIONS else "configuration_items" if things <= _ITEMS else ""
