package dev.trellis.reading;

import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of houses and postcodes beside what was found of an address belong to it; on their own they look like any number. */
final class WholeAddresses {

    private static final Pattern BEFORE = Pattern.compile("(?<![\\w.,])(?:\\d{1,6}[a-zA-Z]?[ ,]+){1,2}$");
    private static final Pattern AFTER = Pattern.compile(
            "^[\\s,]{1,4}(?:[A-Za-z]{2,3} )?\\d{1,6}(?:[a-zA-Z]|[-/]\\d+)?(?![\\w%]|[.,:]\\d| \\p{Ll})");

    /** After a place only a postcode is told from a count. */
    private static final Pattern POSTCODE =
            Pattern.compile("^[ ,]{1,2}(?:[A-Z]{2,3} )?\\d{4,6}(?![\\w%]|[.,:]\\d| \\p{Ll})");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,.]{0,4}");

    private WholeAddresses() {}

    /** @param found in order, none overlapping another */
    static List<Found> of(List<Found> found, String text) {
        List<Found> whole = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int from = whole.isEmpty() ? 0 : whole.getLast().end();
            int until = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
            Found here = widened(found.get(i), text, from, until);
            if (!whole.isEmpty() && areOne(whole.getLast(), here, text)) {
                here = new Found(Kind.ADDRESS, whole.removeLast().start(), here.end());
            }
            whole.add(here);
        }
        return whole;
    }

    private static boolean areOne(Found one, Found next, String text) {
        return isWhere(one)
                && isWhere(next)
                && (one.kind() == Kind.ADDRESS || next.kind() == Kind.ADDRESS)
                && BETWEEN.matcher(text.substring(one.end(), next.start())).matches();
    }

    private static boolean isWhere(Found part) {
        return part.kind() == Kind.ADDRESS || part.kind() == Kind.PLACE;
    }

    private static Found widened(Found part, String text, int from, int until) {
        if (!isWhere(part)) {
            return part;
        }
        boolean isAddress = part.kind() == Kind.ADDRESS;
        Matcher before = BEFORE.matcher(text.substring(from, part.start()));
        Matcher after = (isAddress ? AFTER : POSTCODE).matcher(text.substring(part.end(), until));
        int start = isAddress && before.find() ? from + before.start() : part.start();
        int end = after.find() ? part.end() + after.end() : part.end();
        return new Found(end > part.end() ? Kind.ADDRESS : part.kind(), start, end);
    }
}
