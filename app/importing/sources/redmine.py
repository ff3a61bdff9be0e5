"""Redmine's lists of issues, in the languages it speaks; some call the tracker a type."""

from __future__ import annotations

from dataclasses import replace

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_BY_TRACKER = Source(
    "Redmine",
    "changes",
    (
        spelt("#, id, nr, num, nº, n"),
        spelt("tracker, typ zagadnienia, iş tipi, rastreador, トラッカー, 跟踪"),
        spelt("subject, thema, sujet, asunto, título, assunto, oggetto, soggetto, temat, konu, 題名, 主题"),
        spelt(
            """
            プロジェクト, 项目, project, projekt, projet, proyecto, projeto, progetto, proje, author,
            autor, auteur, autore, yazar, done, target version, zielversion, % done,
            parent task, due date, estimated time, start date, status, statut, estado, situação, stato,
            durum"""
        ),
    ),
    spelt(
        """
        status, priority, author, assignee, updated, created, start date, due date, target version, project,
        category, done, estimated time, spent time, parent task, related issues, closed, private, files,
        ステータス, 担当者, 更新日, 作成日, 対象バージョン, priorität, autor, zugewiesen an,
        aktualisiert, kategorie, zielversion, beginn, abgabedatum, erledigt,
        angelegt, geschlossen, statut, priorité, auteur, assigné à, mis à jour, catégorie, version cible,
        début, échéance, réalisé, créé, estado, prioridad, asignado a, actualizado, categoría,
        versión prevista, fecha de inicio, fecha fin, realizado, creado, situação, prioridade,
        atribuído para, alterado em, categoria, versão, terminado, criado, stato, priorità, autore,
        assegnato a, assegnatario, aggiornato, versione prevista, completato, creato, priorytet,
        przypisany do, przydzielony do, zaktualizowane, kategoria, wersja docelowa, data oddania, wykonania,
        utworzone, durum, öncelik, yazar, atanan, güncellendi, güncellenme, hedef sürüm,
        atribuído a, alterado, criado em, data modyfikacji, data utworzenia, tamamlandı, oluşturulma"""
    ),
    {
        "start date": "",
        "beginn": "",
        "debut": "",
        "fecha de inicio": "",
        "inicio": "",
        "data de inicio": "",
        "inizio": "",
        "data rozpoczecia": "",
        "baslangic": "",
        "category": "applications",
        "kategorie": "applications",
        "categorie": "applications",
        "categoria": "applications",
        "kategoria": "applications",
        "kategori": "applications",
        "product owner": "",
        "tracker": "",
        "peticiones relacionadas": "links",
        "tarefas relacionadas": "links",
        "zugehorige tickets": "links",
        "powiazane zagadnienia": "links",
        "iliskili is": "links",
        "attivita principale": "links",
        "親チケット": "links",
        "関連するチケット": "links",
        "version prevista": "release",
        "fixed version": "release",
        "versao": "release",
        "aktualizacja": "updated_in_source",
        "zmienione": "updated_in_source",
        "parent task": "links",
        "ubergeordnetes ticket": "links",
        "ubergeordnete aufgabe": "links",
        "tarefa principal": "links",
        "segnalazioni correlate": "links",
        "iliskili isler": "links",
        "tache parente": "links",
        "tarea padre": "links",
        "tarefa mae": "links",
        "tarefa pai": "links",
        "zagadnienie nadrzedne": "links",
        "ust is": "links",
        "related issues": "links",
        "abgabedatum": "deployment_on",
        "fecha fin": "deployment_on",
        "data prevista": "deployment_on",
        "data de fim": "deployment_on",
        "data oddania": "deployment_on",
        "angelegt": "created_in_source",
        "alterado em": "updated_in_source",
        "atribuido para": "owner",
        "przypisany do": "owner",
        "przydzielony do": "owner",
        "yazar": "requester",
        "yorum": "description",
    },
)

_TYPE, _SUBJECT = spelt("tipo, type, typ"), _BY_TRACKER.needed[2]
_ITS_OWN = spelt(
    """
    % done, done, % erledigt, % réalisé, % realizado, % completo, % terminado, % completato, % wykonania,
    tamamlanma yüzdesi, target version, zielversion, version cible, versión prevista, versione prevista,
    wersja docelowa, hedef sürüm, related issues, zugehörige tickets, demandes liées, peticiones relacionadas,
    tarefas relacionadas, segnalazioni correlate, powiązane zagadnienia, ilişkili işler"""
)
_OF_A_PROJECT = (spelt("estado, situação"), spelt("actualizado, alterado, alterado em"))
"""What lists within one project show, which name neither it nor who wrote the issue."""
_API = spelt("tracker, tracker name, status, status name, project, project name, done ratio, assigned to")
"""What lists hold that are made of what its interface answers, by the names of that."""

REDMINE: tuple[Source, ...] = (
    _BY_TRACKER,
    replace(_BY_TRACKER, needed=(spelt("#"), _TYPE, *_BY_TRACKER.needed[2:])),
    replace(_BY_TRACKER, needed=(spelt("#"), _TYPE, _SUBJECT, *_OF_A_PROJECT)),
    replace(_BY_TRACKER, needed=(spelt("#"), _SUBJECT, _ITS_OWN)),
    replace(_BY_TRACKER, needed=(spelt("id"), *map(spelt, ("subject", "created on", "updated on")), _API)),
)
