package dev.trellis.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines of the inbox are wanted, and in which order. Whatever stands in the address and means nothing asks for
 * nothing.
 *
 * @param team empty for all
 * @param due {@code late}, {@code soon} or empty for all
 * @param support {@code thin} or empty for all
 * @param sort {@code support}, {@code name} or empty for what is due first
 */
record InboxFilter(String team, String due, String support, String sort) {

    InboxFilter(@Nullable String team, @Nullable String due, @Nullable String support, @Nullable String sort) {
        this.team = team == null ? "" : team.strip();
        this.due = known(due, "late", "soon");
        this.support = known(support, "thin");
        this.sort = known(sort, "support", "name");
    }

    List<Inbox.Entry> of(List<Inbox.Entry> entries, LocalDate today) {
        Stream<Inbox.Entry> wanted = entries.stream()
                .filter(entry -> team.isEmpty() || entry.team().equals(team))
                .filter(entry -> support.isEmpty() || entry.thin() > 0)
                .filter(entry -> switch (due) {
                    case "late" -> entry.dueOn().isBefore(today);
                    case "soon" -> !entry.dueOn().isAfter(today.plusDays(1));
                    default -> true;
                });
        return switch (sort) {
            case "support" ->
                wanted.sorted(Comparator.comparingInt(Inbox.Entry::thin).reversed())
                        .toList();
            case "name" ->
                wanted.sorted(Comparator.comparing(Inbox.Entry::name)).toList();
            default -> wanted.toList();
        };
    }

    /** Nothing is left out. */
    public boolean all() {
        return team.isEmpty() && due.isEmpty() && support.isEmpty();
    }

    /** The address of a list with this filter, without its page. */
    UriComponentsBuilder address(Inbox.Tab tab) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/review").queryParam("show", tab.word());
        add(address, "team", team);
        add(address, "due", due);
        add(address, "support", support);
        add(address, "sort", sort);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }

    private static String known(@Nullable String value, String... words) {
        return value != null && List.of(words).contains(value) ? value : "";
    }
}
