package dev.trellis.verification;

import dev.trellis.drafting.Brief;
import dev.trellis.drafting.Citation;
import dev.trellis.drafting.Claim;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.verification.Finding.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** One claim: first that each citation is what it says it is, then that the words cited carry the sentence. */
final class ClaimCheck {

    private static final int LONGEST_CLAIM = 480;

    private final Map<EvidenceId, Brief.Source> sources = new HashMap<>();
    private final Map<EvidenceId, String> hashes = new HashMap<>();

    private final SupportScore score;

    ClaimCheck(List<Brief.Source> sources, SupportScore score) {
        this.score = score;
        for (Brief.Source source : sources) {
            this.sources.putIfAbsent(source.id(), source);
        }
    }

    List<Finding> check(Claim claim, int item, Facts known) {
        return check(claim, item, known, true);
    }

    /** The same for a question, which may ask in words of its own. */
    List<Finding> checkQuestion(Claim question, int item, Facts known) {
        return check(question, item, known, false);
    }

    private List<Finding> check(Claim claim, int item, Facts known, boolean asserts) {
        List<Finding> findings = new ArrayList<>(WrittenText.check(claim.text(), item, LONGEST_CLAIM, known.names()));
        if (claim.citations().isEmpty()) {
            findings.add(finding(Code.CLAIM_WITHOUT_CITATION, item, claim, "The sentence names no source."));
        }
        for (Citation citation : claim.citations()) {
            fault(citation).ifPresent(fault -> findings.add(finding(fault.code(), item, claim, fault.reason())));
            findings.addAll(WrittenText.checkQuote(citation.quote(), item, claim.text()));
        }
        if (findings.isEmpty()) {
            List<CitedWords> cited = claim.citations().stream()
                    .map(citation -> new CitedWords(source(citation).orElseThrow(), citation))
                    .toList();
            new ClaimSupport(claim.text(), cited, known, score)
                    .fault(asserts)
                    .ifPresent(fault -> findings.add(finding(fault.code(), item, claim, fault.reason())));
        }
        return findings;
    }

    private Optional<Brief.Source> source(Citation citation) {
        return Optional.ofNullable(sources.get(citation.source()));
    }

    private Optional<Fault> fault(Citation citation) {
        Optional<Brief.Source> found = source(citation);
        if (found.isEmpty()) {
            return Optional.of(new Fault(Code.SOURCE_UNKNOWN, "It cites a source that was not given to the writer."));
        }
        Brief.Source source = found.get();
        String hash = hashes.computeIfAbsent(source.id(), id -> DigestUtils.sha256Hex(source.text()));
        if (!hash.equals(citation.textHash()) || !hash.equals(source.textHash())) {
            return Optional.of(new Fault(Code.SOURCE_CHANGED, "The text it cites is not the text that was given."));
        }
        if (citation.span().end() > source.text().length()) {
            return Optional.of(new Fault(Code.SPAN_OUTSIDE_SOURCE, "It cites a place beyond the end of the text."));
        }
        if (!citation.span().of(source.text()).equals(citation.quote())) {
            return Optional.of(
                    new Fault(Code.QUOTE_DIFFERS, "The text does not say the cited words at the cited place."));
        }
        return Optional.empty();
    }

    private static Finding finding(Code code, int item, Claim claim, String reason) {
        return new Finding(code, item, claim.text(), reason);
    }

    record Fault(Code code, String reason) {}
}
