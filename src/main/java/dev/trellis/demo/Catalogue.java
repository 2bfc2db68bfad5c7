package dev.trellis.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Framework, roles and activities as they stand in the content files. */
record Catalogue(DemoFramework framework, List<DemoRole> roles, List<DemoActivity> activities) {

    static Catalogue read() {
        return new Catalogue(
                frameworkFrom(Stanza.read("framework.txt")),
                rolesFrom(Stanza.read("roles.txt")),
                activitiesFrom(rows("activities.csv")));
    }

    /** Rows of a file whose fields are separated by bars, since the texts are full of commas. */
    static List<NamedCsvRecord> rows(String resource) {
        return CsvReader.builder().fieldSeparator('|').ofNamedCsvRecord(Stanza.text(resource)).stream()
                .toList();
    }

    DemoRole role(String code) {
        return roles.stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    DemoCompetency competency(String code) {
        return framework.competencies().stream()
                .filter(competency -> competency.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** @throws java.util.NoSuchElementException if the role expects nothing of that competency */
    int expectedLevel(String role, String competency) {
        return role(role).expectations().stream()
                .filter(expectation -> expectation.competency().equals(competency))
                .mapToInt(DemoRole.Expectation::level)
                .findFirst()
                .orElseThrow();
    }

    /** Level a role expects by competency code, in the order of the profile. */
    Map<String, Integer> expectedLevels(String role) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        role(role).expectations().forEach(expectation -> levels.put(expectation.competency(), expectation.level()));
        return levels;
    }

    private static DemoFramework frameworkFrom(List<Stanza> stanzas) {
        Stanza head = stanzas.get(0);
        Stanza levels = stanzas.get(1);
        List<DemoCompetency> competencies = stanzas.stream()
                .skip(2)
                .map(stanza -> new DemoCompetency(
                        stanza.heading(),
                        stanza.one("group"),
                        stanza.one("name"),
                        stanza.one("about"),
                        List.of(stanza.one("also").split("; ")),
                        fiveLevels(stanza)))
                .toList();
        return new DemoFramework(head.one("name"), head.one("about"), fiveLevels(levels), competencies);
    }

    private static List<String> fiveLevels(Stanza stanza) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(level -> stanza.one(Integer.toString(level)))
                .toList();
    }

    private static List<DemoRole> rolesFrom(List<Stanza> stanzas) {
        List<DemoRole> roles = new ArrayList<>();
        for (Stanza stanza : stanzas) {
            List<DemoRole.Expectation> expectations = stanza.all("expects").stream()
                    .map(line -> line.split(" "))
                    .map(part ->
                            new DemoRole.Expectation(part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2])))
                    .toList();
            roles.add(new DemoRole(stanza.heading(), stanza.one("name"), stanza.one("about"), expectations));
        }
        return List.copyOf(roles);
    }

    private static List<DemoActivity> activitiesFrom(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> new DemoActivity(
                        row.getField("code"),
                        DemoActivity.Kind.valueOf(row.getField("kind")),
                        Double.parseDouble(row.getField("effortHours")),
                        row.getField("provider"),
                        aims(row.getField("competencies")),
                        row.getField("title"),
                        row.getField("description"),
                        row.getField("url")))
                .toList();
    }

    /** Reads {@code "LD-FEEDBACK 1-3, CO-LISTEN 2-3"}. */
    private static List<DemoActivity.Aim> aims(String text) {
        return Arrays.stream(text.split(", "))
                .map(aim -> aim.split("[ -](?=\\d)"))
                .map(part -> new DemoActivity.Aim(part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2])))
                .toList();
    }
}
