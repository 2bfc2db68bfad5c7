package dev.trellis.planning;

import dev.trellis.drafting.Claim;
import dev.trellis.planning.PlanDraft.DraftItem;
import dev.trellis.verification.Finding;
import java.util.List;
import java.util.Optional;

/** The words of a draft, kept as one immutable document. */
record DraftDocument(
        Optional<String> targetRoleName,
        List<Claim> direction,
        List<DraftItem> items,
        List<String> missing,
        List<Finding> findings) {

    DraftDocument {
        direction = List.copyOf(direction);
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}
