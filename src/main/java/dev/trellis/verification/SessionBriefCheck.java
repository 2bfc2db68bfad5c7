package dev.trellis.verification;

import dev.trellis.drafting.Claim;
import dev.trellis.drafting.SessionBriefWriter.Material;
import dev.trellis.drafting.SessionBriefWriter.SessionBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds the page before a session against what it was written from. The same input always gives the same findings. */
public final class SessionBriefCheck {

    private final SupportScore score;

    public SessionBriefCheck(SupportScore score) {
        this.score = score;
    }

    /** What is wrong, sentence by sentence; empty where all holds. Questions may ask in words of their own. */
    public List<Finding> check(SessionBrief brief, Material material) {
        ClaimCheck claims = new ClaimCheck(material.sources(), score);
        Facts known = Facts.ofPerson(material.givenName(), material.on());
        List<Finding> findings = new ArrayList<>();
        Stream.concat(brief.recognise().stream(), brief.listenFor().stream())
                .forEach(claim -> findings.addAll(claims.check(claim, MechanicalCheck.WHOLE_DRAFT, known)));
        brief.questions()
                .forEach(question ->
                        findings.addAll(claims.checkQuestion(question, MechanicalCheck.WHOLE_DRAFT, known)));
        return findings;
    }

    /** The page without the sentences at fault. */
    public static SessionBrief without(SessionBrief brief, List<Finding> findings) {
        return new SessionBrief(
                kept(brief.recognise(), findings),
                kept(brief.questions(), findings),
                brief.nextSteps(),
                brief.listenFor().filter(claim -> isKept(claim, findings)),
                brief.how());
    }

    private static List<Claim> kept(List<Claim> claims, List<Finding> findings) {
        return claims.stream().filter(claim -> isKept(claim, findings)).toList();
    }

    private static boolean isKept(Claim claim, List<Finding> findings) {
        return findings.stream()
                .filter(Finding::blocks)
                .noneMatch(finding -> finding.sentence().equals(claim.text()));
    }
}
