"""Headers of how changes are rated, done, tested and taken back are understood by the words in them."""

from __future__ import annotations

import pytest

from app.importing.proposing.composed_traits import trait_composed
from app.importing.words.compounds import parts_among
from tests.app.importing.taking import taken_for


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Piano di rientro", "backout_plan"),
        ("Plan wycofania zmiany", "backout_plan"),
        ("Geri alma planı", "backout_plan"),
        ("Plano de retorno (Rollback)", "backout_plan"),
        ("Procédure de retour arrière", "backout_plan"),
        ("Procedimiento de marcha atrás", "backout_plan"),
        ("Rückfallszenario", "backout_plan"),
        ("Sposób wycofania", "backout_plan"),
        ("Roll back steps", "backout_plan"),
        ("Roll out plan", ""),
        ("Plan de marche", ""),
        ("Plano de teste pós-implementação", "verification_plan"),
        ("Scenariusz testów", "verification_plan"),
        ("Test result", ""),
        ("Grau de risco", "likelihood"),
        ("Risikoeinstufung", "likelihood"),
        ("Değişiklik riski seviyesi", "likelihood"),
        ("Risk and impact", ""),
        ("Szacowane ryzyko", "likelihood"),
        ("Livello di impatto", "impact"),
        ("Wpływ na usługi", "impact"),
        ("İş Etkisi", "impact"),
        ("Impact analysis", ""),
        ("Nível de severidade", "impact"),
        ("Impacto aos usuários", "impact"),
        ("Clase de cambio", "change_class"),
        ("Tipologia di intervento", "change_class"),
        ("Request type", ""),
        ("Kategoria zmiany", "change_kind"),
        ("Disservizio previsto (min)", "expected_downtime_minutes"),
        ("Öngörülen kesinti süresi (dk)", "expected_downtime_minutes"),
        ("Przewidywany czas niedostępności [min]", "expected_downtime_minutes"),
        ("Voraussichtliche Ausfallzeit", "expected_downtime_minutes"),
        ("Début de la coupure", ""),
        ("Wnioskodawca zmiany", "requester"),
        ("Osoba odpowiedzialna za wdrożenie", "owner"),
        ("Referente tecnico", "owner"),
        ("Service owner", ""),
        ("Technicien en charge", "owner"),
        ("Uygulayacak kişi", "owner"),
        ("Atanan uzman", "owner"),
        ("Gruppo esecutore", "team"),
        ("Çözüm ekibi", "team"),
        ("Team lead", ""),
        ("Çalışmayı yapacak ekip", "team"),
        ("Analista responsável", "owner"),
        ("Değişiklik Sahibi", "owner"),
        ("Talebi açan", "requester"),
        ("Stan wdrożenia", "state"),
        ("Esito CAB", "state"),
        ("Data esito CAB", ""),
        ("Stato avanzamento", "state"),
        ("Onay durumu", "state"),
        ("Aprovação do CAB", "deployment_approved"),
        ("Change approval board", ""),
        ("Zgoda CAB", "deployment_approved"),
        ("Validation CAB", "deployment_approved"),
        ("Validation", ""),
        ("Stato lavorazione", "state"),
        ("Descrição detalhada", "description"),
        ("Description and justification", "description"),
        ("Descrizione", ""),
        ("Proprietário do caso", "owner"),
        ("Titolare caso", "owner"),
        ("Kayıt Sahibi", "owner"),
        ("Sorumlu Personel", "owner"),
        ("Usuário solicitante", "requester"),
        ("Verantwortliche Rolle", "team"),
        ("Team assistenza clienti", "team"),
        ("Yardım Masası Ekibi", "team"),
        ("Fila de atendimento", "team"),
        ("Przyczyna stanu", "state"),
        ("Statusgrund", "state"),
        ("Fase", "state"),
        ("Çağrı durumu", "state"),
        ("Fase del progetto", ""),
    ],
)
def test_the_words_of_a_header_say_what_it_tells_of_a_change(header: str, field: str) -> None:
    assert trait_composed(header, "changes")[0] == field


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("incidents", "Responsable de l'incident", "owner"),
        ("incidents", "Piano di rientro", ""),
        ("incidents", "Descrizione del disservizio", "description"),
        ("changes", "Descrizione del disservizio", ""),
        ("activities", "Responsável pela execução", "players"),
        ("activities", "Stato del change", ""),
        ("activities", "Fase", ""),
        ("activities", "Responsabile attività", "players"),
        ("applications", "Zespół odpowiedzialny", "team"),
        ("windows", "Livello di rischio", ""),
    ],
)
def test_only_lists_that_have_the_field_are_told_it(kind: str, header: str, field: str) -> None:
    assert trait_composed(header, kind)[0] == field


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("risikostufe", ("risiko", "stufe")),
        ("anderungsrisiko", ("anderung", "risiko")),
        ("risiko", ("risiko",)),
        ("risikofreude", ("risikofreude",)),
        ("stufe", ("stufe",)),
    ],
)
def test_a_word_is_parted_only_into_two_that_are_known(word: str, parts: tuple[str, ...]) -> None:
    assert parts_among(word, frozenset({"risiko", "stufe", "anderung"})) == parts


IN_HOUSE = [
    (
        "Nr RFC;Nazwa zmiany;Typ zmiany;Planowana data rozpoczęcia wdrożenia;Poziom ryzyka;Decyzja CAB",
        "RFC/12/2026;Wymiana dysków;Pilna;14.09.2026;wysokie;zaakceptowana",
    ),
    (
        "ID Change;Oggetto del change;Tipologia intervento;Data e ora inizio intervento;Livello di rischio;"
        "Esito CAB",
        "RFC-12;Sostituzione dischi;Urgente;14/09/2026 22:00;Alto;Rinviato",
    ),
    (
        "Değişiklik No;Değişiklik Başlığı;Değişiklik Türü;Planlanan Başlangıç Tarihi ve Saati;Risk Seviyesi;"
        "CAB Kararı",
        "DEG-12;Disk değişimi;Acil;14.09.2026 22:00;Yüksek;Onaylandı",
    ),
    (
        "Nº GMUD;Título da mudança;Tipo de mudança;Data planejada de início;Grau de risco;Parecer do CAB",
        "GMUD-12;Troca de discos;Emergencial;14/09/2026 22:00:00;Alto;Aprovada",
    ),
]


@pytest.mark.parametrize(("headers", "row"), IN_HOUSE)
def test_lists_of_changes_kept_in_house_are_understood(headers: str, row: str) -> None:
    source, kind, columns = taken_for(headers.split(";"), row)
    assert (source, kind) == ("", "changes")
    assert list(columns.values()) == [
        "key",
        "title",
        "change_class",
        "deployment_on",
        "likelihood",
        "state",
    ]
