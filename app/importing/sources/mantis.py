"""Mantis's lists of issues, in the languages it speaks."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

MANTIS: tuple[Source, ...] = (
    Source(
        "Mantis",
        "changes",
        (
            spelt(
                """
                id, núm, num, nr, no, numéro, número, numero, identifiant, identificador, identyfikator,
                eintrags id, nummer"""
            ),
            spelt("summary, zusammenfassung, résumé, resumen, resumo, riepilogo, podsumowanie, özet"),
            spelt(
                """
                reproducibility, view status, product version, reproduzierbarkeit, produktversion,
                reproduzierbar, reproductibilité, version du produit, reproducibilidad, versión del producto,
                reprodutibilidade, freqüência, versão do produto, riproducibilità, versione del prodotto,
                versione prodotto, powtarzalność, odtwarzalność, wersja produktu, tekrarlanabilirlik,
                ürün sürümü"""
            ),
        ),
        spelt(
            """
            project, reporter, assigned to, priority, severity, category, date submitted, status, resolution,
            os, platform, updated, view status, fixed in version, projekt, bearbeitung durch, zugewiesen an,
            priorität, auswirkung, schweregrad, kategorie, erstellt am, lösung, aktualisiert, sichtbarkeit,
            plattform, behoben in version, projet, rapporteur, assigné à, affecté à, priorité, sévérité,
            gravité, impact, catégorie, date de soumission, statut, état, résolution, mis à jour, visibilité,
            plateforme, proyecto, informador, asignado a, asignada a, prioridad, gravedad, severidad,
            categoría, fecha de envío, estado, resolución, actualizado, visibilidad, plataforma, projeto,
            relator, atribuído a, prioridade, gravidade, categoria, data de envio, resolução, atualizado,
            visibilidade, corrigido na versão, progetto, segnalatore, assegnato a, priorità, gravità,
            data di invio, stato, risoluzione, aggiornato, visibilità, zgłaszający, przypisany do, przypisane
            do, priorytet, ważność, kategoria, data zgłoszenia, rozwiązanie, zaktualizowano, widoczność,
            proje, bildiren, atanan, öncelik, önem, kategori, gönderim tarihi, durum, çözüm, güncelleme"""
        ),
        {
            "num": "key",
            "category": "",
            "kategorie": "",
            "categorie": "",
            "categoria": "",
            "kategoria": "",
            "kategori": "",
            "date submitted": "created_in_source",
            "date de soumission": "created_in_source",
            "fecha de envio": "created_in_source",
            "data de envio": "created_in_source",
            "data di invio": "created_in_source",
            "data zgloszenia": "created_in_source",
            "gonderim tarihi": "created_in_source",
            "bearbeitung durch": "owner",
            "segnalatore": "requester",
            "severity": "impact",
            "severite": "impact",
            "waznosc": "impact",
            "onem": "impact",
            "fixed in version": "release",
            "behoben in version": "release",
            "corrige dans la version": "release",
            "resolu dans la version": "release",
            "resuelta en la version": "release",
            "corregido en la version": "release",
            "corrigido na versao": "release",
            "resolvido na versao": "release",
            "risolto nella versione": "release",
            "naprawiono w wersji": "release",
            "duzeltildigi surum": "release",
            "os": "",
            "project": "",
        },
    ),
)
