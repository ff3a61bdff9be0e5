"""Which letters stand beside the accented ones in eight languages: they tell the code page of a few words.

A byte that is "ö" in one code page is "š" in another; the "ö" of "Störung" has neighbours that words have,
the "š" of "Stšrung" has not. The words are those of known headers and common ones of each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from app.importing.words.synonyms import ACCENTED

_COMMON = """
    für über können müssen würde möchte während natürlich früher später größer kürzlich zurück fünf
    zwölf schön öffnen hören gehören führen fühlen prüfen wählen erklären zählen ergänzen erhöhen
    verfügbar gültig ungültig üblich übrig übung überall äußern ähnlich nächste nächte wächst läuft
    fällt hält lässt verständnis gespräch geschäft geschäftsführer abhängig zuständig vollständig
    ständig häufig nämlich mäßig gemäß regelmäßig straße größe maß maßnahme schließen schließlich
    heißt weiß groß außen außerdem bloß fuß gruß spaß dreißig österreich nötig möglich persönlich
    hörte böse löst höhe zerstört stören behörde körper größte könig öl bücher türen schlüssel stück
    glück brücke küche müll süd süden künftig wünschen grün grüße bürger rückseite städte läden
    plätze ämter ärger ändern änderungen äpfel übernahme überwachung übersicht rückmeldung
    einführung mängel verträge aufträge nachträge zugänge vorgänge gänge räume bäume häuser käufer
    verkäufer läufer träger

    été étaient être même très après près dès où là déjà voilà à ça reçu façon garçon français leçon
    commençait répondre réponse réunion réseau résultat résoudre récent régler région réel début
    dérive dépense dépend délai détail déclarer décembre février août hôtel côté bientôt plutôt tôt
    contrôle rôle hôpital diplôme fête tête arrêté prêt intérêt forêt fenêtre peut-être conquête
    enquête bête rêve grève élève problème système troisième première dernière lumière manière
    matière carrière père mère frère règle modèle complète espèce pièce siècle achète préfère
    célèbre société qualité sécurité activité réalité université possibilité année idée armée
    journée entrée durée créé créée employé employée terminé fermé validé exécuté prévu prévenu
    échec échange écrire école église égal élément énergie époque équipe espérer étape état étude
    étudiant événement général génération géré généré référence préférence différence différent
    médecin téléphone matériel numéro opération numérique périmètre période pénible énorme précédent
    président présence présenter précis protégé maître naître connaître paraître île dîner boîte
    chaîne goût coûter sûr dû mûr brûler flûte sœur cœur œuvre haïr naïf maïs noël aiguë hâte âge
    âme château gâteau tâche théâtre grâce là-bas déplacé remplacé

    sesión decisión información atención razón acción región relación situación operación función
    opinión versión cuestión gestión ocasión nación educación población producción organización
    instalación actualización avión también después además según jamás quizás atrás detrás inglés
    francés interés estrés través revés está están estará será podrá tendrá habrá irá mamá papá sofá
    allá acá más día días había tenía podía quería decía todavía mayoría energía policía compañía
    economía teoría categoría país raíz maíz aún público música número último única útil fútbol
    médico técnico político histórico básico mínimo máximo página rápido sábado árbol área ángel
    ánimo éxito época ésta él régimen crédito débil fácil difícil móvil automóvil señor señora niño
    niña año años mañana pequeño español españa enseñar sueño dueño daño baño montaña campaña
    contraseña diseño tamaño cariño otoño vergüenza pingüino jardín algún ningún común jóvenes
    árboles cámara lámpara índice título capítulo vehículo artículo síntoma vínculo línea límite
    crítica física

    não são então mão irmão coração estação informação situação educação população atenção função
    solução relação versão decisão razão avião pão cão verão tão questão opinião união região
    organização produção implantação ações ligações questões opções funções razões versões mães pães
    alemães põe põem compõe dispõe propõe limões você três mês português inglês até é já lá pé café
    só avó avô após único também além ninguém alguém parabéns porém contém mantém história memória
    relatório necessário usuário horário diário funcionário salário calendário início serviço preço
    espaço começo cabeça força março diferença segurança mudança criança lembrança presença licença
    avanço praça almoço endereço água língua pássaro possível nível móvel túnel crítico lógico
    família dúvida saúde saída conteúdo raízes juízo manhã irmã amanhã maçã lã órgão órfão bênção
    sótão câmara câmbio ânimo atlântico êxito ênfase ciência experiência agência existência às
    àquele

    è perché poiché affinché né sé più già giù lì sì così però può ciò città attività qualità
    quantità possibilità realtà verità libertà società università età metà novità velocità capacità
    modalità disponibilità funzionalità integrità proprietà necessità difficoltà facoltà pubblicità
    identità sarà farà avrà potrà dovrà verrà andrà darà starà sarò farò avrò andò parlò lunedì
    martedì mercoledì giovedì venerdì virtù gioventù tribù cioè caffè tè benché finché trentatré
    papà unità priorità elettricità comodità stabilità

    się są być będzie będą mają był była było które który która tę tą już też także może można więc
    więcej między często część cześć później wcześniej źle źródło źródła dźwięk wyjście wejście
    przyjęcie zdjęcie zajęcie pięć dziewięć dziesięć sześć księga książka książki mąż żona życie
    żaden żądanie żeby również różny różne główny główna góra góry król ósmy wśród środek środa
    środowisko świat święto światło ślad śnieg śmierć świeży ćwiczenie ćwierć ręka ręce imię nazwę
    pracę wersję zmianę usługę usługi dział działanie działa udział połączenie wyłączenie włączenie
    łatwy łącze łódź łóżko mały mała miał miała chciał zrobił został została błąd błędy wartość
    możliwość wiadomość większość ilość jakość ważność zależność miesiąc miesięcy tysiąc październik
    wrzesień grudzień styczeń kwiecień sierpień dzień tydzień koń słoń pań państwo końcowy pełny
    pełna pomysł umysł dostęp zgłoszenie zgłosić zamknięty zamknięcie próba użytkownik użycie służba
    służyć dłużej dłuższy wyższy niższy każdy każda mówić powód przód ząb dąb gałąź

    için değil değişiklik değer diğer eğer öğrenci öğretmen doğru doğum yağmur dağ sağ sağlık sağla
    bağlantı bağlı ağ ağaç ağır aşağı yukarı dışarı içeri çok çocuk çünkü çalış çalışma çağrı çözüm
    çıkış çevre üç güç geç genç kaç aç açık açıklama açıldı kapandı kapalı başlık başla başarı
    başarısız baş iş işlem işlemi dış kış yaş taş arkadaş yavaş şimdi şey şehir şirket şifre şu
    şekil şart şube müşteri müdür mühendis gün güncelle güvenlik güzel gümüş büyük küçük düşük düzen
    dün dünya önce öncelik önemli öneri örnek özel özet ölçü ödeme göre görev görün gönder göster
    söz köy dört yönetim yönetici sürüm süre üretim ürün üye üzere ücret kullanıcı yazılım bakım
    dağıtım yardım kayıt kayıtlı yapı yapıldı alındı sıra sınır sıfır sıcak ışık ılık ayrı aynı altı
    kırmızı hızlı yıl yıldız satır fırsat sayı hâlâ kâğıt rüzgâr İstanbul İzmir İngilizce yüksek yüz
    yük yürüt hücre türü tür tümü bütün düğme köprü
"""
_EDGE = "^"
_AROUND_WORDS = "“”„‘’«»–—…\u00a0"
_ACCENTED = re.compile("[\x80-\u024f]")
"""What may be a letter of Latin script beyond ASCII; the words above tell of no other script."""


def plausible_share(text: str) -> float:
    """The share of accented letters, from 0 to 1, whose neighbours on both sides are those of known words."""
    found = list(_neighbours(text))
    if not found:
        return 0.0
    before_it, after_it = _known()
    return sum(one[:2] in before_it and one[1:] in after_it for one in found) / len(found)


def _neighbours(text: str) -> Iterator[tuple[str, str, str]]:
    """Each letter beyond ASCII with the one before it and the one after it, in lower case."""
    letters = f"{_EDGE}{text.lower()}{_EDGE}"
    for found in _ACCENTED.finditer(letters):
        place, letter = found.start(), found.group()
        if letter.isalpha():
            yield _beside(letters[place - 1]), letter, _beside(letters[place + 1])


def _beside(neighbour: str) -> str:
    """A letter as it is, and so a sign that no word stands beside; the edge of a word for all others."""
    is_edge = not neighbour.isalpha() and (neighbour < "\x7f" or neighbour in _AROUND_WORDS)
    return _EDGE if is_edge else neighbour


@cache
def _known() -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Pairs of a letter and the one before it, and of a letter and the one after it."""
    found = list(_neighbours(" ".join((*ACCENTED, _COMMON))))
    return frozenset(one[:2] for one in found), frozenset(one[1:] for one in found)
