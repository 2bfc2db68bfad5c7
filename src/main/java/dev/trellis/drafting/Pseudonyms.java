package dev.trellis.drafting;

import dev.trellis.people.PersonId;
import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the names and identifiers of one question, and the way back.
 *
 * <p>A person's name becomes an invented name word by word, in the letters' case as written, so that grammar and possessives
 * survive: "Ben's" is "Tavilon's". Everything else becomes a word for its kind and an invented one: "Place-Merukad". Invented
 * names follow from whom the draft is about and the name alone: the same in every call about that learner, others for others.
 */
final class Pseudonyms {

    /** Before what stands for it; persons have none. */
    private static final Map<Kind, String> PREFIXES = Map.ofEntries(
            Map.entry(Kind.ADDRESS, "Address"),
            Map.entry(Kind.PLACE, "Place"),
            Map.entry(Kind.ORGANISATION, "Company"),
            Map.entry(Kind.GROUP, "Group"),
            Map.entry(Kind.MAIL, "Mail"),
            Map.entry(Kind.PHONE, "Phone"),
            Map.entry(Kind.LINK, "Link"),
            Map.entry(Kind.CARD, "Card"),
            Map.entry(Kind.ACCOUNT, "Account"),
            Map.entry(Kind.DEVICE, "Device"),
            Map.entry(Kind.USER_NAME, "User"),
            Map.entry(Kind.NUMBER, "Number"));

    private final PersonId about;
    private final Predicate<String> isTaken;
    private final Map<String, Stand> byOriginal = new HashMap<>();
    private final Map<String, List<Stand>> byCore = new HashMap<>();
    private Optional<Pattern> standing = Optional.empty();

    /** @param isTaken whether an invented name means something else here, so that it cannot stand for anything */
    Pseudonyms(PersonId about, Predicate<String> isTaken) {
        this.about = about;
        this.isTaken = isTaken;
    }

    /** What is seen in place of {@code original}. @param written the invented name in the case of the original */
    private record Stand(String original, String folded, String prefix, String written) {

        String shown() {
            return prefix.isEmpty() ? written : prefix + "-" + written;
        }
    }

    /** {@code words} with what stands for each of {@code parts}. @param parts in order, none overlapping another */
    String hiding(List<Found> parts, String words) {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        for (Found part : parts) {
            hidden.append(words, from, part.start());
            hidden.append(stand(part.kind(), words.substring(part.start(), part.end()))
                    .shown());
            from = part.end();
        }
        return hidden.append(words.substring(from)).toString();
    }

    /** {@code words} with the originals, letter by letter, whatever the model did to case, endings and prefixes. */
    String puttingBack(String words) {
        return puttingBack(words, UnaryOperator.identity());
    }

    /** @param written how an original is written within {@code words}, such as with what JSON escapes */
    String puttingBack(String words, UnaryOperator<String> written) {
        if (byCore.isEmpty()) {
            return words;
        }
        Matcher matcher = standing().matcher(words);
        StringBuilder back = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            Stand stand = meant(matcher.group("core"));
            String prefix = Optional.ofNullable(matcher.group("prefix")).orElse("");
            boolean belongs = !stand.prefix().isEmpty() && prefix.equalsIgnoreCase(stand.prefix());
            back.append(words, from, belongs ? matcher.start() : matcher.start("core"));
            back.append(written.apply(inCase(stand, matcher.group("core"))));
            from = matcher.end();
        }
        return back.append(words.substring(from)).toString();
    }

    /** Made anew only after something new was hidden. */
    private Pattern standing() {
        Pattern pattern = standing.orElseGet(
                () -> Pattern.compile("(?i)(?:(?<prefix>" + String.join("|", PREFIXES.values()) + ")[\\p{Pd} ])?"
                        + InventedName.BEGINNING + "(?<core>" + String.join("|", byCore.keySet()) + ")"));
        standing = Optional.of(pattern);
        return pattern;
    }

    private Stand meant(String core) {
        List<Stand> stands = byCore.getOrDefault(core.toLowerCase(Locale.ROOT), List.of());
        return stands.stream()
                .filter(stand -> stand.written().equals(core))
                .findFirst()
                .orElseGet(stands::getFirst);
    }

    private static String inCase(Stand stand, String seen) {
        boolean isNew = !seen.equals(stand.written()) && stand.prefix().isEmpty();
        return isNew && seen.equals(seen.toUpperCase(Locale.ROOT))
                ? stand.original().toUpperCase(Locale.ROOT)
                : stand.original();
    }

    private Stand stand(Kind kind, String original) {
        Stand known = byOriginal.get(original);
        if (known == null) {
            known = chosen(kind, original);
            byOriginal.put(original, known);
            byCore.computeIfAbsent(known.written().toLowerCase(Locale.ROOT), core -> new ArrayList<>())
                    .add(known);
            standing = Optional.empty();
        }
        return known;
    }

    private Stand chosen(Kind kind, String original) {
        String folded = DirectoryNames.folded(original);
        String prefix = PREFIXES.getOrDefault(kind, "");
        for (int turn = 0; ; turn++) {
            String core = InventedName.of(about, folded, turn);
            String written = prefix.isEmpty() ? likeIn(original, core) : core;
            boolean free = !isTaken.test(core)
                    && byCore.getOrDefault(core.toLowerCase(Locale.ROOT), List.of()).stream()
                            .allMatch(other -> other.folded().equals(folded)
                                    && other.prefix().equals(prefix)
                                    && !other.written().equals(written));
            if (free) {
                return new Stand(original, folded, prefix, written);
            }
        }
    }

    private static String likeIn(String original, String core) {
        boolean hasCase = !original.toUpperCase(Locale.ROOT).equals(original.toLowerCase(Locale.ROOT));
        if (hasCase && original.equals(original.toLowerCase(Locale.ROOT))) {
            return core.toLowerCase(Locale.ROOT);
        }
        return hasCase && original.equals(original.toUpperCase(Locale.ROOT)) ? core.toUpperCase(Locale.ROOT) : core;
    }
}
