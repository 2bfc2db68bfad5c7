package dev.trellis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second way to the table is a second place that may forget who reads. */
class EvidenceTablesAreReadOnlyHereTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/trellis");

    /** The table after a word that names one in SQL, with or without a schema or quotes, and the functions that see past the policy. */
    private static final Pattern TABLE = Pattern.compile(
            "(?is)\\b(from|join|into|update|only|table|truncate|copy|using)\\s+(\"?public\"?\\s*\\.\\s*)?\"?evidence\"?(?![\\w.])"
                    + "|,\\s*(\"?public\"?\\s*\\.\\s*)?\"?evidence\"?\\s+(as\\s+)?\\w+\\s+(where|on|join)\\b"
                    + "|\\b(count_evidence_about|evidence_recorded_before|erase_evidence_of)\\b"
                    + "|trellis\\.(writer|keeping)\\b");

    private static final Pattern STRINGS = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");

    /** What a source file says in SQL about the table. */
    static List<String> breaches(String source) {
        String code =
                CONCATENATION.matcher(COMMENTS.matcher(source).replaceAll("")).replaceAll("");
        return STRINGS.matcher(code)
                .results()
                .map(string -> string.group().replace("\\\"", "\""))
                .filter(string -> TABLE.matcher(string).find())
                .toList();
    }

    @Test
    void onlyThisModuleNamesTheTableOfEvidence() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.startsWith(SOURCES.resolve("evidence")))
                            .flatMap(file -> breaches(read(file)).stream().map(sql -> file + ": " + sql)))
                    .isEmpty();
        }
    }

    /** It has to find this module's own SQL, or it would find nobody's. */
    @Test
    void findsTheSqlOfThisModule() {
        assertThat(breaches(read(SOURCES.resolve("evidence/JdbcEvidenceLedger.java"))))
                .hasSizeGreaterThan(4);
        assertThat(breaches(read(SOURCES.resolve("evidence/EvidenceTable.java"))))
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc.sql(\"select text from evidence where about = :person\")",
                "jdbc.sql(\"SELECT text\\n FROM  public.evidence\")",
                "jdbc.sql(\"select 1 from person p join evidence e on e.about = p.id\")",
                "jdbc.sql(\"select 1 from person p, evidence e where e.about = p.id\")",
                "jdbc.sql(\"select text from \" + \"evidence\")",
                "jdbc.sql(\"update evidence set visibility = 'PRIVATE'\")",
                "jdbc.sql(\"copy \\\"evidence\\\" to stdout\")",
                "jdbc.sql(\"\"\"\n    select text\n    from evidence\n    \"\"\")",
                "jdbc.sql(\"select count_evidence_about(:person)\")",
                "jdbc.sql(\"select set_config('trellis.writer', 'import', true)\")",
            })
    void aPlantedBreachIsFound(String source) {
        assertThat(breaches(source)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** Reads from evidence. */ class A {}",
                "jdbc.sql(\"select source from draft_source where evidence = :id\")",
                "jdbc.sql(\"select 1 from evidence_vector\")",
                "jdbc.sql(\"select evidence from draft_source\")",
                "import dev.trellis.evidence.Evidence;",
            })
    void whatOnlySoundsLikeItIsNot(String source) {
        assertThat(breaches(source)).isEmpty();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
