package dev.trellis.reading;

import dev.trellis.reading.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes marked texts of sentences with holes. What fills them comes from marked texts that may be learned from. */
final class FilledSentences {

    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<String, List<String>> values = new TreeMap<>();
    private final List<String> givenNames;
    private final RandomGenerator chance;

    /** @param givenNames of which half the given names standing alone are taken, so that those of the texts don't count for more */
    FilledSentences(List<MarkedText> texts, List<String> givenNames, RandomGenerator chance) {
        this.givenNames = givenNames;
        this.chance = chance;
        for (MarkedText text : texts) {
            for (Mark mark : text.marks()) {
                values.computeIfAbsent(mark.type(), type -> new ArrayList<>()).add(mark.of(text.text()));
            }
        }
    }

    MarkedText filled(String sentence) {
        StringBuilder text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        Matcher hole = HOLE.matcher(sentence);
        int from = 0;
        while (hole.find()) {
            text.append(sentence, from, hole.start());
            String value = value(hole.group(1));
            marks.add(new Mark(hole.group(1), text.length(), text.length() + value.length()));
            text.append(value);
            from = hole.end();
        }
        return new MarkedText(text.append(sentence.substring(from)).toString(), sentence, marks);
    }

    private String value(String type) {
        List<String> known = values.getOrDefault(type, List.of("somebody"));
        String value = known.get(chance.nextInt(known.size())).replaceAll("\\s+", " ");
        if (!type.equals("PERSON")) {
            return value;
        }
        String given = givenNames.get(chance.nextInt(givenNames.size()));
        return switch (chance.nextInt(5)) {
            case 0, 1 -> given;
            case 2 -> given + " " + value.substring(value.lastIndexOf(' ') + 1);
            case 3 -> given.charAt(0) + ". " + value.substring(value.lastIndexOf(' ') + 1);
            default -> value;
        };
    }
}
