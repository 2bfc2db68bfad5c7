package dev.trellis.verification;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Claim;
import dev.trellis.drafting.DraftText;
import dev.trellis.drafting.DraftText.Item;
import dev.trellis.verification.Finding.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Every claim against its sources, every item against what was offered, every sentence against what none may hold. */
final class MechanicalCheck implements DraftCheck {

    /** The item number of findings about the draft as a whole. */
    static final int WHOLE_DRAFT = -1;

    private final SupportScore score;

    MechanicalCheck(SupportScore score) {
        this.score = score;
    }

    @Override
    public Verdict check(DraftText draft, Brief brief) {
        List<Finding> findings = new ArrayList<>();
        ClaimCheck claims = new ClaimCheck(brief.sources(), score);
        if (draft.items().isEmpty()) {
            findings.add(new Finding(Code.EMPTY, WHOLE_DRAFT, "", "The draft suggests nothing."));
        }
        Facts known = Facts.of(brief, Optional.empty());
        draft.direction().forEach(claim -> findings.addAll(claims.check(claim, WHOLE_DRAFT, known)));
        ItemCheck items = new ItemCheck(draft.items(), brief);
        for (int i = 0; i < draft.items().size(); i++) {
            Item item = draft.items().get(i);
            findings.addAll(items.check(i));
            if (item.why().isEmpty()) {
                findings.add(new Finding(
                        Code.CLAIM_WITHOUT_CITATION,
                        i,
                        "",
                        "The suggestion does not say why it is meant for this person."));
            }
            Facts about = Facts.of(brief, items.focusOf(item));
            for (Claim claim : item.why()) {
                findings.addAll(claims.check(claim, i, about));
            }
        }
        return findings.stream().anyMatch(Finding::blocks)
                ? new Verdict.Failed(findings)
                : new Verdict.Passed(findings);
    }

    @Override
    public DraftText without(DraftText draft, Verdict.Failed failed) {
        List<Claim> direction = claimsKept(draft.direction(), WHOLE_DRAFT, failed);
        List<Item> items = IntStream.range(0, draft.items().size())
                .mapToObj(i -> kept(draft.items().get(i), i, failed))
                .flatMap(Optional::stream)
                .toList();
        return new DraftText(direction, items);
    }

    private static Optional<Item> kept(Item item, int position, Verdict.Failed failed) {
        List<Claim> why = claimsKept(item.why(), position, failed);
        Set<String> claims = new HashSet<>();
        item.why().forEach(claim -> claims.add(claim.text()));
        boolean itselfAtFault = failed.findings().stream()
                .filter(Finding::blocks)
                .anyMatch(finding -> finding.item() == position && !claims.contains(finding.sentence()));
        return why.isEmpty() || itselfAtFault ? Optional.empty() : Optional.of(item.withWhy(why));
    }

    private static List<Claim> claimsKept(List<Claim> claims, int position, Verdict.Failed failed) {
        return claims.stream()
                .filter(claim -> failed.findings().stream()
                        .filter(Finding::blocks)
                        .noneMatch(finding ->
                                finding.item() == position && finding.sentence().equals(claim.text())))
                .toList();
    }
}
