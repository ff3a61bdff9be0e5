"""Inventories of machines and catalogues that grow out of them: GLPI, iTop, Snipe-IT, Device42, Ardoq."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_NAME = spelt("name, nom, nombre, nome, nazwa, ad, adı")
_ORGANISATION = spelt(
    """
    organization name, organisation name, organisation nom, organización nombre, organización nombre común,
    organização nome, organizzazione nome, organizacja nazwa, organizasyon adı"""
)
"""What a list of iTop calls an organisation: "Organisation->Nom"."""
_OF_ITS_MAKE = spelt(
    """
    brand name, model name, location name, rack name, os family name, marque nom, modèle nom, lieu nom,
    rack nom, famille os nom, marke name, modell name, standort name, marca nombre, modelo nombre,
    localización nombre, ubicación nombre, marca nome, modelo nome, localização nome, modello nome,
    ubicazione nome, marka nazwa, model nazwa, lokalizacja nazwa, marka adı, model adı, yer adı"""
)
_CRITICALITY = spelt(
    """
    business criticality, business criticity, business kritikalität, criticité, criticidad,
    criticidade de negócio, criticità, krytyczność biznesowa, iş kritiklik durumu"""
)

INVENTORIES: tuple[Source, ...] = (
    Source(
        "GLPI assets",
        "configuration_items",
        (
            _NAME,
            spelt(
                """
                components processor, composants processeur, componentes procesador, componentes processador,
                komponenten prozessor, componenti processore, komponenty procesor, bileşenler işlemci,
                operating system name, système d'exploitation nom, sistema operativo nombre,
                sistema operacional nome, betriebssystem name, sistema operativo nome,
                system operacyjny nazwa, işletim sistemi ad, işletim sistemi adı"""
            ),
            spelt(
                """
                serial number, numéro de série, número de serie, número de série, seriennummer,
                numero di serie, numer seryjny, seri numarası, inventory number, numéro d'inventaire"""
            ),
        ),
        spelt(
            """
            entity, entité, entidad, entidade, status, statut, estado, stato, durum, manufacturer, fabricant,
            fabricante, hersteller, produttore, producent, type, typ, tipo, model, modèle, modelo, location,
            lieu, ubicación, localização, lokalizacja, last update, dernière modification,
            última actualización, última atualização, ostatnia aktualizacja"""
        ),
    ),
    Source(
        "iTop configuration items",
        "configuration_items",
        (_NAME, _ORGANISATION, _OF_ITS_MAKE),
        spelt(
            """
            status, statut, stato, estado, business criticality, criticité, criticità, serial number,
            numéro de série, management ip, ip d'administration, description, asset number"""
        )
        | _OF_ITS_MAKE,
    ),
    Source(
        "iTop applications",
        "applications",
        (_NAME, _ORGANISATION, _CRITICALITY),
        spelt("status, statut, stato, estado, description, beschreibung, move to production date"),
        dict.fromkeys(_CRITICALITY, "criticality"),
    ),
    Source(
        "Snipe-IT",
        "configuration_items",
        (
            spelt("asset name, item name, nom de l'actif, nombre del activo, nome do ativo"),
            spelt("asset tag"),
            spelt("model no, modellnr, checked out to, checked out, herausgegeben an, category, kategorie"),
        ),
        spelt(
            """
            company, model, model no, manufacturer, serial, purchased, cost, order number, supplier,
            location, default location, status, warranty, notes, firma, modell, modellnr, hersteller,
            seriennummer, gekauft, lieferant, standort, standardstandort, garantie, notizen"""
        ),
    ),
    Source(
        "Device42",
        "configuration_items",
        (
            spelt("name, device name"),
            spelt("serial no, serial number"),
            spelt("virtual host, service level, in service"),
        ),
        spelt("asset no, type, os, osver, cpucount, ram, ip addresses, building, room, rack, customer, tags"),
        {"virtual host": "depends_on", "type": ""},
    ),
    Source(
        "RVTools",
        "configuration_items",
        (spelt("vm"), spelt("powerstate"), spelt("annotation, vm id, primary ip address, dns name, host")),
        spelt("template, guest state, cpus, memory, datacenter, cluster, host, provisioned mib, in use mib"),
        {"host": "depends_on", "annotation": "description"},
    ),
    Source(
        "Amazon EC2",
        "configuration_items",
        (spelt("name"), spelt("instance id"), spelt("instance state, instance type")),
        spelt("status check, alarm status, availability zone, launch time, platform details, monitoring"),
    ),
    Source(
        "Azure virtual machines",
        "configuration_items",
        (spelt("name"), spelt("subscription"), spelt("resource group"), spelt("operating system, size")),
        spelt("location, status, public ip address, disks, tags, virtual network subnet"),
    ),
    Source(
        "Jira Assets",
        "applications",
        (spelt("key"), spelt("name, label"), spelt("object type"), spelt("business criticality, tier")),
        spelt("created, updated, status, owner, runs on, depends on, hostname"),
        {
            "label": "name",
            "owner": "business_owner",
            "runs on": "configuration_items",
            "key": "",
        },
    ),
    Source(
        "Ardoq",
        "applications",
        (
            spelt("component name"),
            spelt("component key, component id, ardoq oid, component type"),
            _CRITICALITY | spelt("lifecycle phase, application owner"),
        ),
        spelt("component type, parent, description, hosting type, lifecycle phase, application owner"),
        {"component name": "name", "component type": "", "parent": ""},
    ),
)
