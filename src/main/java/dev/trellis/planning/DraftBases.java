package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.planning.PlanDraft.DraftItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** What drafts were written from, as kept with them. Texts of sources are left out. */
public class DraftBases {

    private static final Logger log = LoggerFactory.getLogger(DraftBases.class);

    private final JdbcClient jdbc;
    private final ReadingAs readingAs;

    DraftBases(JdbcClient jdbc, ReadingAs readingAs) {
        this.jdbc = jdbc;
        this.readingAs = readingAs;
    }

    /** @param items as drafted, whatever was decided about them */
    public record Basis(Brief brief, List<DraftItem> items) {

        public Basis {
            items = List.copyOf(items);
        }
    }

    /** By draft; one whose record can no longer be read is left out, and the log says so. */
    public Map<PlanDraftId, Basis> of(Collection<PlanDraftId> drafts) {
        if (drafts.isEmpty()) {
            return Map.of();
        }
        return readingAs
                .planning(() -> jdbc.sql("""
                                select r.draft, r.brief, t.document
                                from draft_record r
                                join plan_draft_document t on t.draft = r.draft
                                where r.draft in (:drafts)
                                """)
                        .param("drafts", drafts.stream().map(PlanDraftId::value).toList())
                        .query((row, number) -> new Kept(
                                PlanDraftId.of(row.getString("draft")),
                                row.getString("brief"),
                                row.getString("document")))
                        .list())
                .stream()
                .flatMap(kept -> read(kept).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Kept(PlanDraftId draft, String brief, String document) {}

    private static List<Map.Entry<PlanDraftId, Basis>> read(Kept kept) {
        try {
            Brief brief = PlanningJson.read(kept.brief(), Brief.class);
            DraftDocument document = PlanningJson.read(kept.document(), DraftDocument.class);
            return List.of(Map.entry(kept.draft(), new Basis(brief.withSources(List.of()), document.items())));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.warn(
                    "The record of draft {} cannot be read; nothing is learned from it: {}",
                    kept.draft(),
                    e.toString());
            return List.of();
        }
    }
}
