package dev.trellis.planning;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.DraftOutcome;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.WriterRecord;
import dev.trellis.planning.CheckedWriter.Written;
import dev.trellis.verification.DraftCheck;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a draft again from its record alone: the brief as it was, the answers that came, and the checks of today. What comes out
 * must be the draft that was kept, item for item; their ids, which were drawn, are taken over.
 */
final class DraftReplay {

    private static final DraftText NOTHING = new DraftText(List.of(), List.of());

    private final DraftCheck check;

    DraftReplay(DraftCheck check) {
        this.check = check;
    }

    /** @param differences one a line: where the two are not the same, or which input is no longer there; empty for none */
    record Result(List<String> differences) {

        Result {
            differences = List.copyOf(differences);
        }

        boolean same() {
            return differences.isEmpty();
        }
    }

    /** @param kept the draft's document as it stands */
    Result replay(DraftRecord record, DraftDocument kept) {
        List<String> gone = missingInputs(record);
        if (!gone.isEmpty()) {
            return new Result(gone);
        }
        Written written;
        try {
            written = write(record.brief(), record.calls());
        } catch (IllegalArgumentException e) {
            return new Result(List.of(String.valueOf(e.getMessage())));
        }
        Iterator<UUID> ids =
                kept.items().stream().map(item -> item.id().value()).iterator();
        DraftDocument again =
                DraftDocument.of(record.brief(), written, () -> ids.hasNext() ? ids.next() : new UUID(0, 0));
        return new Result(differences(again, kept));
    }

    private static List<String> missingInputs(DraftRecord record) {
        List<String> gone = new ArrayList<>();
        if (record.erasedAt().isPresent()) {
            record.brief().sources().stream()
                    .filter(source -> source.text().isEmpty())
                    .forEach(source -> gone.add("source " + source.id() + ": its words were taken back on "
                            + record.erasedAt().get()));
            if (gone.isEmpty()) {
                gone.add("words were taken out of the record on "
                        + record.erasedAt().get());
            }
        } else if (!record.payload().digest().equals(record.digest())) {
            gone.add("record: it is not what was kept when the draft was made (digest " + record.digest() + ")");
        }
        return gone;
    }

    /** A draft with one call was either right at once or not to be repaired: both are written without a second turn. */
    private Written write(Brief brief, List<WriterRecord> calls) {
        CheckedWriter writer = new CheckedWriter(new Recorded(calls.iterator()), PlanDrafter.fromTemplates(), check);
        return calls.size() > 1
                ? writer.write(brief, Optional.empty(), "")
                : writer.write(brief, Optional.of(NOTHING), "as recorded");
    }

    private record Recorded(Iterator<WriterRecord> calls) implements PlanDrafter {

        @Override
        public DraftOutcome draft(Brief brief) {
            return next(brief);
        }

        @Override
        public DraftOutcome repair(Brief brief, DraftText previous, List<String> faults) {
            return next(brief);
        }

        private DraftOutcome next(Brief brief) {
            if (!calls.hasNext()) {
                throw new IllegalArgumentException("calls: the record ends before the draft does");
            }
            return PlanDrafter.again(brief, calls.next());
        }
    }

    private static List<String> differences(DraftDocument again, DraftDocument kept) {
        List<String> differences = new ArrayList<>();
        compare("direction", again.direction(), kept.direction(), differences);
        compare("what is missing", again.missing(), kept.missing(), differences);
        compare("findings", again.findings(), kept.findings(), differences);
        compare("number of items", again.items().size(), kept.items().size(), differences);
        for (int i = 0; i < Math.min(again.items().size(), kept.items().size()); i++) {
            compare("item " + (i + 1), again.items().get(i), kept.items().get(i), differences);
        }
        return differences;
    }

    private static void compare(String what, Object again, Object kept, List<String> differences) {
        if (!again.equals(kept)) {
            differences.add(what + ": made again, it is not what was kept; the code or a check has changed since");
        }
    }
}
