package dev.trellis.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways to say things in one language, read from {@code wording/}: a heading for a place in a text, a line for each way. */
final class Wording {

    private static final Map<Language, Wording> READ = Arrays.stream(Language.values())
            .collect(Collectors.toMap(language -> language, language -> read("/wording/" + language.code() + ".md")));

    private static final Pattern HOLE = Pattern.compile("\\{(\\p{L}+)}");

    private final Map<String, List<String>> ways;

    private Wording(Map<String, List<String>> ways) {
        this.ways = ways;
    }

    static Wording in(Language language) {
        return Objects.requireNonNull(READ.get(language));
    }

    private static Wording read(String resource) {
        try (InputStream in = Wording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + resource);
            }
            return new Wording(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> parse(String file) {
        Map<String, List<String>> ways = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith("## ")) {
                current = new ArrayList<>();
                ways.put(line.substring(3).strip(), current);
            } else if (line.startsWith("- ")) {
                current.add(line.substring(2).strip());
            }
        }
        return ways;
    }

    /** All lines under a heading, as they stand. */
    List<String> list(String heading) {
        return List.copyOf(ways.getOrDefault(heading, List.of()));
    }

    boolean has(String place) {
        return ways.containsKey(place);
    }

    /** Takes turns among the ways to say something, so that a text does not repeat itself. */
    Voice voice(long seed) {
        return new Voice(seed);
    }

    final class Voice {

        private final long seed;
        private final Map<String, Integer> turns = new HashMap<>();

        private Voice(long seed) {
            this.seed = seed;
        }

        /**
         * The next way to say {@code place}, filled in.
         *
         * @throws IllegalArgumentException if nobody wrote down how to say it, or a hole has no value
         */
        String say(String place, Map<String, String> values) {
            List<String> choices = ways.get(place);
            if (choices == null || choices.isEmpty()) {
                throw new IllegalArgumentException("no wording for " + place);
            }
            int turn = turns.merge(place, 1, Integer::sum) - 1;
            long first = Math.floorMod(mixed(seed ^ place.hashCode()), (long) choices.size());
            return ended(fill(choices.get((int) ((first + turn) % choices.size())), values));
        }

        /** A small count as a word: "no", "one", "two"; digits from eleven on. */
        String number(int count) {
            List<String> words = list("numbers");
            return count < words.size() ? words.get(count) : Integer.toString(count);
        }

        /** Spreads neighbouring seeds: the finaliser of SplitMix64. */
        private static long mixed(long value) {
            long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }
    }

    /** A quotation that ends in a mark of its own needs no stop after it. */
    static String ended(String sentence) {
        return sentence.replaceAll("([?!])([”“])\\.$", "$1$2").replaceAll("\\?([”“])\\?$", "?$1");
    }

    private static String fill(String way, Map<String, String> values) {
        return HOLE.matcher(way).replaceAll(hole -> {
            String value = values.get(hole.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to put into {" + hole.group(1) + "} of: " + way);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
