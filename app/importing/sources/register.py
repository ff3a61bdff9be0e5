"""Catalogues of applications: how their lists are known."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

DEPENDENT = spelt(
    """
    parent, source, source ci, from ci, parent ci, parent name, source application, from application,
    source system, from system, source app, source service, from service, consumer, consumer application,
    dependent application, dependent ci, upstream, upstream ci,
    quellsystem, quellanwendung, application source,
    service source, système source, aplicación origen, servicio origen, sistema origen, aplicação origem,
    serviço origem, sistema origem, sistema de origem, applicazione origine, sistema origine,
    aplikacja źródłowa, system źródłowy, kaynak servis, kaynak uygulama, kaynak sistem,
    element nadrzędny, übergeordnetes element, übergeordnet, élément parent, elemento padre, elemento pai,
    elemento superiore, nadrzędny, üst öğe,
    quelle, origine, origen, origem, źródło, kaynak"""
)
DEPENDED_ON = spelt(
    """
    child, target, target ci, to ci, child ci, child name, target application, to application, target system,
    to system, target app, target service, to service, provider, provider application, depends on application,
    depends on ci, downstream, downstream ci,
    zielsystem, zielanwendung, application cible, service cible, système cible,
    aplicación destino, servicio destino, sistema destino, aplicação destino, serviço destino,
    sistema de destino, applicazione destinazione, sistema destinazione, aplikacja docelowa,
    system docelowy, hedef servis, hedef uygulama, hedef sistem,
    element podrzędny, untergeordnetes element, untergeordnet, élément enfant, elemento hijo, elemento filho,
    elemento figlio, podrzędny, alt öğe,
    ziel, cible, destino, destinazione, cel, hedef"""
)

_DEPENDENT_ALONE = spelt(
    "dependent, dependent service, dependent system, dependent name, abhängiges system, système dépendant, "
    "sistema dependiente, sistema dependente, sistema dipendente, system zależny, bağımlı sistem"
)
_DEPENDED_ON_ALONE = spelt(
    "dependency, depends on, depends on service, dependency name, abhängig von, hängt ab von, dépend de, "
    "depende de, "
    "dipende da, zależy od, bağımlılık"
)
"""Headers of two records of which one depends on the other, which say so without a type of relation."""
_NAMED = spelt(
    """
    application, app, service, system, anwendung, dienst, système, aplicación, servicio, sistema, aplicação,
    serviço, applicazione, servizio, aplikacja, usługa, uygulama, servis, sistem, ci, configuration item,
    element, élément, elemento, öğe"""
)
_HOW_IT_DEPENDS = spelt(
    """
    dependency type, type of dependency, integration type, type of integration, art der abhängigkeit,
    abhängigkeitstyp, type de dépendance, type d'intégration, tipo de dependencia, tipo de integración,
    tipo de dependência, tipo de integração, tipo di dipendenza, tipo di integrazione, typ zależności,
    typ integracji, bağımlılık türü, entegrasyon türü"""
)
"""What no catalogue of applications says of one, for it is said of a pair."""

RELATION = spelt(
    """
    type, flow type, type de flux, flux, tipo de flujo, tipo de fluxo, tipo di flusso, typ przepływu,
    akış türü, relationship, relation, relationship type, relation type, dependency type,
    integration type, interface, interface type, protocol, connection type, beziehung,
    beziehungstyp, abhängigkeitstyp, schnittstelle, type de relation, type de dépendance,
    relación, tipo de relación, tipo de dependencia, relação, tipo de relação,
    tipo de dependência, relazione, tipo di relazione, tipo di dipendenza, relacja, typ relacji,
    typ zależności, ilişki, bağımlılık tipi, bağımlılık türü"""
)
"""Headers of how two records hang together."""

REGISTER: tuple[Source, ...] = (
    Source(
        "ServiceNow applications",
        "applications",
        (
            spelt("name"),
            spelt("busines criticality, business criticality"),
            spelt("owned by, managed by, it application owner, used for, operational status"),
        ),
        spelt("owned by, managed by, support group, used for, operational status, install status"),
        {
            "busines criticality": "criticality",
            "business criticality": "criticality",
            "owned by": "business_owner",
            "support group": "team",
            "managed by": "",
        },
    ),
    Source(
        "ServiceNow configuration items",
        "configuration_items",
        (
            spelt("name"),
            spelt("sys class name, class"),
            spelt("install status, operational status, ip address, serial number, asset tag, os"),
        ),
        spelt("install status, operational status, support group, owned by, used for, ip address, os"),
        {"sys class name": "ci_kind", "class": "ci_kind", "owned by": "", "support group": ""},
    ),
    Source(
        "Directory groups",
        "teams",
        (
            spelt("name, display name, group name, sam account name, cn"),
            spelt("group category, group scope, group type, group types, membership type, member, members"),
        ),
        spelt("description, managed by, mail, email, members, object class, distinguished name"),
        {"name": "name", "display name": "name", "group name": "name", "sam account name": "", "cn": "name"},
    ),
    Source(
        "Backstage",
        "applications",
        (
            spelt("name, metadata name"),
            spelt("lifecycle, spec lifecycle"),
            spelt("owner, spec owner"),
            spelt("kind, depends on, spec depends on, system, spec system, spec type"),
        ),
        spelt("kind, type, system, depends on, namespace, title, description, tags, spec type, spec system"),
        {
            "metadata name": "name",
            "owner": "team",
            "spec owner": "team",
            "kind": "",
            "type": "",
        },
    ),
    Source(
        "NetBox",
        "configuration_items",
        (
            spelt("name"),
            spelt("device type, device role, role, manufacturer, vcpus, cluster"),
            spelt("site, rack, primary ip4, primary ip, primary ipv4, primary ipv4 address, ip address"),
        ),
        spelt("status, tenant, site, location, rack, role, device role, manufacturer, device type, platform"),
        {"role": "ci_kind", "device role": "ci_kind", "type": "", "comments": "description"},
    ),
    Source(
        "CMDB relations",
        "configuration_items",
        (
            DEPENDENT,
            DEPENDED_ON,
            RELATION,
        ),
        spelt("parent, child, connection strength, port, percent outage, relationship, dependency type"),
        {
            **dict.fromkeys(DEPENDENT, "name"),
            **dict.fromkeys(DEPENDED_ON, "depends_on"),
            "type": "",
            "relationship": "",
            "criticality": "",
        },
    ),
    Source(
        "CMDB relations",
        "configuration_items",
        (_NAMED, _DEPENDED_ON_ALONE, _HOW_IT_DEPENDS),
        spelt(
            "criticality, kritikalität, criticité, criticidad, criticidade, criticità, krytyczność, protocol"
        ),
        {
            **dict.fromkeys(_NAMED, "name"),
            **dict.fromkeys(_DEPENDED_ON_ALONE, "depends_on"),
            **dict.fromkeys(_HOW_IT_DEPENDS, ""),
        },
    ),
    Source(
        "CMDB relations",
        "configuration_items",
        (_DEPENDENT_ALONE, _DEPENDED_ON_ALONE),
        spelt("criticality weight, criticality, weight, strength, dependency type, type"),
        {
            **dict.fromkeys(_DEPENDENT_ALONE, "name"),
            **dict.fromkeys(_DEPENDED_ON_ALONE, "depends_on"),
            "type": "",
        },
    ),
    Source(
        "LeanIX",
        "applications",
        (
            spelt("display name, name, full name"),
            spelt("business criticality"),
            spelt(
                "technical suitability, functional suitability, technical fit, functional fit, "
                "lifecycle phase, lifecycle, application owner"
            ),
        ),
        spelt(
            "technical suitability, functional suitability, technical fit, functional fit, lifecycle phase, "
            "lifecycle, application owner, it owner, user group, display name, level, external id"
        ),
        {
            "display name": "name",
            "business criticality": "criticality",
            "application owner": "business_owner",
            "business owner": "business_owner",
            "it owner": "",
            "relapplicationtoitcomponent": "configuration_items",
        },
    ),
)
