"""Lists of cases, as programs for customers' service keep them: Dynamics 365 and Salesforce."""

from __future__ import annotations

from app.importing.sources.source import Source
from app.importing.words.spelling import spelt

CASES: tuple[Source, ...] = (
    Source(
        "Dynamics 365",
        "changes",
        (
            spelt("(do not modify) row checksum, (nicht ändern) zeilenprüfsumme"),
            spelt("case number, case title, (do not modify) case, anfragenummer, titel der anfrage"),
        ),
        spelt(
            """
            status reason, priority, origin, customer, owner, created on, (do not modify) modified on,
            statusgrund, priorität, ursprung, kunde, besitzer, erstellt am, (nicht ändern) geändert am"""
        ),
        {
            "case number": "key",
            "anfragenummer": "key",
            "case title": "title",
            "titel der anfrage": "title",
            "status reason": "state",
            "statusgrund": "state",
            "do not modify modified on": "updated_in_source",
            "nicht andern geandert am": "updated_in_source",
            "status": "",
        },
    ),
    Source(
        "Salesforce",
        "changes",
        (
            spelt(
                """
                case number, número del caso, número do caso, numéro de la requête, numero caso,
                kundenvorgangsnummer"""
            ),
            spelt(
                """
                date/time opened, opened date, fecha/hora de apertura, data/hora de abertura,
                date/heure d'ouverture, data/ora apertura, datum/uhrzeit des öffnens, date/time closed"""
            ),
            spelt(
                """
                case owner, case owner alias, case origin, account name, propietario del caso,
                proprietário do caso, propriétaire de la requête, titolare caso, inhaber des kundenvorgangs,
                nombre de la cuenta, nome da conta, nom du compte, nome account, accountname"""
            ),
        ),
        spelt(
            """
            subject, status, priority, age, age hours, open, closed, contact name, case reason, asunto,
            estado, prioridad, assunto, prioridade, objet, statut, priorité, oggetto, stato, priorità,
            betreff, priorität"""
        ),
        {"open": "", "closed": "", "account name": "", "inhaber des kundenvorgangs": "owner"},
    ),
)
