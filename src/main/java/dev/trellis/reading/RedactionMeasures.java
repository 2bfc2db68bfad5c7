package dev.trellis.reading;

import dev.trellis.reading.MarkedText.Mark;
import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of what was marked would be replaced, and how much of what would be replaced was marked.
 *
 * <p>A mark counts as found when all its characters are replaced, whatever the kind; a replacement counts as right when at least
 * half of its characters are marked.
 */
final class RedactionMeasures {

    private static final class Tally {
        int marks;
        int found;
        int touched;
        int replaced;
        int right;

        Map<String, Object> named() {
            Map<String, Object> named = new TreeMap<>();
            named.put("n", marks);
            named.put("recall", share(found, marks));
            named.put("recall_partial", share(touched, marks));
            named.put("precision", share(right, replaced));
            return named;
        }
    }

    private final Map<String, Tally> byType = new TreeMap<>();
    private final Tally all = new Tally();
    private long characters;
    private long charactersFound;
    private long charactersReplaced;
    private int texts;

    private final List<String> wrong = new ArrayList<>();

    void add(MarkedText text, List<Found> found) {
        texts++;
        BitSet marked = new BitSet();
        text.marks().forEach(mark -> marked.set(mark.start(), mark.end()));
        BitSet replaced = new BitSet();
        found.forEach(part -> replaced.set(part.start(), part.end()));
        for (Mark mark : text.marks()) {
            BitSet here = replaced.get(mark.start(), mark.end());
            boolean whole = blanksAside(here, mark.of(text.text()));
            for (Tally tally : List.of(all, tally(mark.type()))) {
                tally.marks++;
                tally.found += whole ? 1 : 0;
                tally.touched += here.isEmpty() ? 0 : 1;
            }
            if (!whole) {
                wrong.add("missed " + mark.type() + " [" + mark.of(text.text()) + "] in " + text.text());
            }
        }
        for (Found part : found) {
            boolean right = 2 * marked.get(part.start(), part.end()).cardinality() >= part.end() - part.start();
            for (Tally tally : List.of(all, tally(type(part.kind())))) {
                tally.replaced++;
                tally.right += right ? 1 : 0;
            }
            if (!right) {
                wrong.add("wrongly " + part.kind() + " [" + text.text().substring(part.start(), part.end()) + "] in "
                        + text.text());
            }
        }
        characters += marked.cardinality();
        charactersReplaced += replaced.cardinality();
        replaced.and(marked);
        charactersFound += replaced.cardinality();
    }

    /** A blank or a line's end between two parts of an address tells nothing. */
    private static boolean blanksAside(BitSet replaced, String value) {
        for (int i = replaced.nextClearBit(0); i < value.length(); i = replaced.nextClearBit(i + 1)) {
            if (!Character.isWhitespace(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Tally tally(String type) {
        return byType.computeIfAbsent(type, name -> new Tally());
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case PERSON -> "PERSON";
            case SALUTATION -> "TITLE";
            case ADDRESS -> "STREET_ADDRESS";
            case PLACE -> "GPE";
            case ORGANISATION -> "ORGANIZATION";
            case GROUP -> "NRP";
            case AGE -> "AGE";
            case DATE -> "DATE_TIME";
            case MAIL -> "EMAIL_ADDRESS";
            case PHONE -> "PHONE_NUMBER";
            case LINK -> "DOMAIN_NAME";
            case CARD -> "CREDIT_CARD";
            case ACCOUNT -> "IBAN_CODE";
            case DEVICE -> "IP_ADDRESS";
            case USER_NAME -> "USER_NAME";
            case NUMBER -> "US_SSN";
        };
    }

    int texts() {
        return texts;
    }

    /** What was missed or replaced without need, for a person who wants to know why. */
    List<String> wrong() {
        return wrong;
    }

    double recall() {
        return share(all.found, all.marks);
    }

    double precision() {
        return share(all.right, all.replaced);
    }

    Map<String, Object> named() {
        Map<String, Object> named = new HashMap<>(all.named());
        named.remove("n");
        double bottom = 4 * precision() + recall();
        named.put("f2", bottom == 0 ? 0 : 5 * precision() * recall() / bottom);
        named.put("recall_characters", share(charactersFound, characters));
        named.put("precision_characters", share(charactersFound, charactersReplaced));
        Map<String, Object> types = new TreeMap<>();
        byType.forEach((type, tally) -> types.put(type, tally.named()));
        named.put("by_type", types);
        return named;
    }

    /** A line for each type, for reading. */
    String table() {
        StringBuilder table = new StringBuilder("type               marks  recall  partly  precision\n");
        Map<String, Tally> rows = new TreeMap<>(byType);
        rows.put("all", all);
        rows.forEach((type, tally) -> table.append(String.format(
                Locale.ROOT,
                "%-18s %5d  %6.3f  %6.3f  %9.3f%n",
                type,
                tally.marks,
                share(tally.found, tally.marks),
                share(tally.touched, tally.marks),
                share(tally.right, tally.replaced))));
        return table.toString();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
