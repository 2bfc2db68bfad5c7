package dev.trellis.reading;

import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of houses and postcodes beside what was found of an address belong to it; on their own they look like any number. */
final class WholeAddresses {

    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?<![\\w.,])(?:\\d{1,6}[a-zA-Z]?[ ,]+){1,2}$");
    private static final Pattern NUMBER_AFTER = Pattern.compile("^[ ,]+\\d{1,6}(?:[a-zA-Z]|[-/]\\d+)?(?![\\w%]|[.,:]\\d| \\p{Ll})\\.?");

    private WholeAddresses() {}

    /** @param found in order, none overlapping another */
    static List<Found> of(List<Found> found, String text) {
        List<Found> whole = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found here = found.get(i);
            if (here.kind() != Kind.ADDRESS) {
                whole.add(here);
                continue;
            }
            int from = whole.isEmpty() ? 0 : whole.getLast().end();
            int until = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
            Found wider = widened(here, text, from, until);
            Optional<Found> before = whole.isEmpty() ? Optional.empty() : Optional.of(whole.getLast());
            if (before.isPresent()
                    && before.get().kind() == Kind.ADDRESS
                    && text.substring(before.get().end(), wider.start()).matches("[ ,.]*")) {
                whole.removeLast();
                wider = new Found(Kind.ADDRESS, before.get().start(), wider.end());
            }
            whole.add(wider);
        }
        return whole;
    }

    private static Found widened(Found part, String text, int from, int until) {
        Matcher before = NUMBER_BEFORE.matcher(text.substring(from, part.start()));
        int start = before.find() ? from + before.start() : part.start();
        Matcher after = NUMBER_AFTER.matcher(text.substring(part.end(), until));
        int end = after.find() ? part.end() + after.end() : part.end();
        return new Found(Kind.ADDRESS, start, end);
    }
}
