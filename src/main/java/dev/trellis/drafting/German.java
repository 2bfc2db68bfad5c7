package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * German for words of a catalogue that may be in another language: names stand as they are, after words that ask for no ending
 * ("beim Thema …"), and titles ask for something where they end in an infinitive.
 */
final class German implements Grammar {

    /** Third persons that open level descriptors. The rest of German offers too many nouns in -t to go by the ending. */
    private static final Set<String> THIRD_PERSONS = Set.of("""
            achtet analysiert antwortet arbeitet baut beachtet bearbeitet begleitet begründet beherrscht berät bereitet berichtet
            berücksichtigt beschreibt bespricht bewertet bezieht bindet bleibt bringt delegiert denkt dokumentiert ebnet entscheidet
            entwickelt erarbeitet erkennt erklärt erläutert ermittelt ermöglicht ermutigt erstellt fasst findet fördert formuliert
            fragt führt gestaltet gewinnt gibt gliedert greift handelt hält hilft hinterfragt hört informiert integriert kann kennt
            klärt koordiniert lässt legt leitet lernt liefert löst macht misst moderiert motiviert nimmt nutzt ordnet organisiert
            passt plant präsentiert priorisiert prüft reagiert reflektiert regt richtet schafft schätzt schlägt schreibt schult
            setzt sieht sorgt spricht steht stellt steuert stimmt strukturiert sucht teilt tauscht trägt trifft übergibt überlässt
            übernimmt überprüft überträgt überzeugt unterscheidet unterstützt verbessert vereinbart vereinfacht verhandelt vermittelt
            verfolgt versteht verteilt vertritt verwendet wählt weiß wendet wirkt zeigt zieht""".strip().split("\\s+"));

    private static final Pattern INFINITIVE = Pattern.compile(".*\\s\\p{Ll}+(?:en|ern|eln)");

    @Override
    public String inSentence(String competencyName) {
        return competencyName.strip();
    }

    @Override
    public boolean isRequest(String title, ActivityKind kind) {
        return INFINITIVE.matcher(title.strip()).matches();
    }

    @Override
    public Optional<String> afterName(String descriptor) {
        return Grammar.firstSentence(descriptor)
                .map(Grammar::lowered)
                .filter(words -> THIRD_PERSONS.contains(Grammar.firstWord(words)));
    }

    /** "Ganze Aufgaben abgeben" follows "kann" as it stands. */
    @Override
    public Optional<String> afterCan(String descriptor) {
        return Grammar.firstSentence(descriptor)
                .filter(words -> INFINITIVE.matcher(words).matches() && words.indexOf(',') < 0);
    }
}
