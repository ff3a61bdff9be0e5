"""Jira's lists: Cloud, Server and Data Center, old and new names of fields, in eight languages."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

_COLUMNS = {
    "issue id": "",
    "work item id": "",
    "issue type": "",
    "work type": "",
    "type de ticket": "",
    "type de demande": "",
    "categorias": "labels",
    "parent": "links",
    "parent key": "links",
    "principal": "links",
    "ubergeordnet": "links",
    "pai": "links",
    "principale": "links",
    "element nadrzedny": "links",
    "ust oge": "links",
    "priority": "",
    "creator": "",
    "change type": "change_class",
    "change risk": "likelihood",
    "change reason": "",
    "change completion date": "",
    "affected services": "applications",
    "resolutiondate": "closed_in_source",
    "duedate": "deployment_on",
    "key": "key",
    "category": "change_kind",
    "name": "",
    "project name": "",
    "space name": "",
    "team": "team",
    "id de la incidencia": "",
    "vorgangs id": "",
    "id de ticket": "",
    "id de demande": "",
    "id da item": "",
    "id do item": "",
    "id segnalazione": "",
    "id di ticket": "",
    "creati": "created_in_source",
    "risolti": "closed_in_source",
    "id zgloszenia": "",
    "identyfikator zgloszenia": "",
    "talep no": "",
    "sorun kimligi": "",
    "creador": "",
    "ersteller": "",
    "createur": "",
    "criador": "",
    "creatore": "",
    "tworca": "",
    "olusturan": "",
}


_DONE = {"es": {"state": {"Listo": "closed", "LISTO": "closed"}}}
"""What a language's Jira calls done, by a word that says elsewhere that something is ready."""


def _jira(language: str, key: str, summary: str, typical: str) -> Source:
    name = "Jira" if language == "en" else f"Jira ({language})"
    values = _DONE.get(language, {})
    return Source(name, "changes", (spelt(key), spelt(summary)), spelt(typical), _COLUMNS, values)


_IMPORTED = Source(
    "Jira",
    "changes",
    (
        spelt("issue type, work type"),
        spelt("summary"),
        spelt(
            "epic link, epic name, fix version, fix versions, fix version s, component, components, "
            "component s"
        ),
    ),
    spelt(
        """
        description, priority, labels, story points, story point estimate, assignee, reporter, due date,
        status, parent, sprint, issue id, affects version"""
    ),
    _COLUMNS,
)
"""What is still to be brought into Jira: such a list has no keys yet."""

_WITH_ALL_FIELDS = Source(
    "Jira",
    "changes",
    (
        spelt("issue key, work item key"),
        spelt("issue id, work item id"),
        spelt(
            """
            summary, issue type, work type, status, project key, space key, created, updated, votes,
            watchers"""
        ),
    ),
    _IMPORTED.typical | spelt("project key, space key, creator, created, updated, resolved, votes, watchers"),
    _COLUMNS,
)
"""The key beside the id tells it from trackers whose key is called an id, even in a list without titles."""

JIRA: tuple[Source, ...] = (
    _IMPORTED,
    _WITH_ALL_FIELDS,
    _jira(
        "ja",
        "キー, 課題キー",
        "要約",
        """
            課題 id, 課題タイプ, ステータス, プロジェクトキー, プロジェクト名, 優先度, 解決状況,
            担当者, 報告者, 作成者, 作成日, 更新日""",
    ),
    _jira(
        "zh",
        "关键字, 问题关键字, 问题关键词",
        "概要, 摘要, 主题",
        """
            问题 id, 问题类型, 状态, 项目关键字, 项目名称, 优先级, 解决结果, 经办人, 报告人, 创建者,
            已创建, 已更新, 创建日期""",
    ),
    _jira(
        "ru",
        "ключ, ключ проблемы, код, код задачи, код запроса, ключ задачи",
        "тема, резюме, название",
        """
            тип задачи, тип запроса, статус, ключ проекта, проект, приоритет, исполнитель, автор,
            создано, обновлено""",
    ),
    _jira(
        "en",
        "issue key, work item key, key",
        "summary",
        """
        issue id, work item id, issue type, work type, status, project key, space key, project name,
        assignee, reporter, creator, created, updated, last viewed, resolved, fix version s, fix versions,
        affects version s, component s, components, work ratio, status category, votes, watchers""",
    ),
    _jira(
        "es",
        "clave de incidencia, clave de la incidencia, clave de actividad, clave",
        "resumen",
        """
        id de la incidencia, tipo de incidencia, tipo de actividad, estado, clave de proyecto,
        clave del proyecto, nombre del proyecto, prioridad, resolución, persona asignada, responsable,
        informador, creador, creada, creado, actualizada, actualizado, resuelta, última visualización,
        componentes, versión es corregida s, versiones corregidas, etiquetas""",
    ),
    _jira(
        "de",
        "vorgangsschlüssel, schlüssel, elementschlüssel",
        "zusammenfassung",
        """
        vorgangs id, vorgangstyp, elementtyp, status, projektschlüssel, projektname, priorität, lösung,
        zugewiesene person, bearbeiter, autor, berichterstatter, ersteller, erstellt, aktualisiert,
        zuletzt angezeigt, erledigt, gelöst, komponente n, komponenten, lösungsversion en, stichwörter""",
    ),
    _jira(
        "fr",
        "clé de ticket, clé du ticket, clé de demande, clé de la demande, clé de l'élément de travail, clé",
        "résumé",
        """
        id de ticket, id de demande, type de ticket, type de demande, état, statut, clé de projet,
        nom du projet, priorité, résolution, personne assignée, responsable, attribution, rapporteur,
        créateur, création, créée, créé, mise à jour, mis à jour, dernière consultation, composants,
        étiquettes""",
    ),
    _jira(
        "pt",
        """
        chave da item, chave do item, chave do item de trabalho, chave da ocorrência, chave da issue, chave do
        ticket, chave do pedido, chave""",
        "resumo, sumário",
        """
        id da item, id do item, tipo de item, tipo de ocorrência, tipo de ticket, status, situação,
        chave do projeto, nome do projeto, prioridade, resolução, responsável, relator, criador, criado,
        atualizado, atualizado a, resolvido, última visualização, componentes, categorias, etiquetas""",
    ),
    _jira(
        "it",
        """
        chiave segnalazione, chiave ticket, chiave di ticket, chiave elemento, chiave elemento di lavoro,
        chiave""",
        "riepilogo",
        """
        id segnalazione, id ticket, tipo segnalazione, tipo di segnalazione, tipo di ticket, tipo ticket,
        stato, chiave progetto, nome progetto, priorità, soluzione, risoluzione, assegnatario, segnalante,
        creatore, creato, creata, creati, aggiornato, aggiornata, risolto, ultima visualizzazione, componenti,
        etichette""",
    ),
    _jira(
        "pl",
        "klucz zgłoszenia, klucz elementu, klucz elementu pracy, klucz",
        "podsumowanie",
        """
        id zgłoszenia, identyfikator zgłoszenia, typ zgłoszenia, stan, status, klucz projektu,
        nazwa projektu, priorytet, rozwiązanie, osoba przypisana, wykonawca, przypisany, zgłaszający,
        osoba zgłaszająca, twórca, utworzono, utworzone, zaktualizowano, zaktualizowane, rozwiązano,
        komponenty, składniki, etykiety""",
    ),
    _jira(
        "tr",
        "talep anahtarı, sorun anahtarı, konu anahtarı, kayıt anahtarı, iş öğesi anahtarı, anahtar",
        "özet",
        """
        talep no, sorun kimliği, konu kimliği, durum, sorun tipi, sorun türü, talep türü, konu tipi,
        proje anahtarı, proje adı, öncelik, çözüm, atanan, atanan kişi, devralan, raporlayan, bildiren,
        oluşturan, oluşturuldu, oluşturulma, güncellendi, güncelleme, çözüldü, etiketler, bileşenler""",
    ),
    Source(
        "Jira plan",
        "changes",
        (
            spelt("issue key, work item key"),
            spelt("title"),
            spelt("issue status, work item status"),
            spelt("hierarchy, target start, target end, progress, releases"),
        ),
        spelt(
            """
            hierarchy, title, project, releases, teams, team, assignee, sprint, target start, target end,
            due date, estimates d, estimates h, estimates sp, parent, priority, labels, components,
            issue key, issue status, progress, progress completed sp, progress remaining sp, blocked by,
            blocks"""
        ),
        _COLUMNS
        | {"issue status": "state", "work item status": "state", "releases": "release", "teams": "team"}
        | {"target start": "", "target end": "deployment_on"},
    ),
)
