package dev.trellis.drafting;

import dev.trellis.catalog.Competency;
import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.evidence.EvidenceId;
import dev.trellis.evidence.EvidenceKind;
import dev.trellis.search.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;

/** Where somebody may write words that end up in a brief, and a brief in which they did. */
public enum Place {
    REFLECTION {
        @Override
        public Brief plant(String words, Brief brief) {
            return withSource(brief, source(EvidenceKind.REFLECTION, brief.givenName(), true, words));
        }
    },
    GOAL {
        @Override
        public Brief plant(String words, Brief brief) {
            return withSource(brief, source(EvidenceKind.GOAL, brief.givenName(), true, words));
        }
    },
    FEEDBACK {
        @Override
        public Brief plant(String words, Brief brief) {
            return withSource(brief, source(EvidenceKind.FEEDBACK, "Ben Okafor", false, words));
        }
    },
    PLATFORM_FIELD {
        @Override
        public Brief plant(String words, Brief brief) {
            return withSource(brief, source(EvidenceKind.COMPLETION, "Course platform", false, words));
        }
    },
    ASPIRATION {
        @Override
        public Brief plant(String words, Brief brief) {
            Brief.Source wish = source(EvidenceKind.ASPIRATION, brief.givenName(), true, words);
            return with(
                    withSource(brief, wish),
                    brief.givenName(),
                    brief.roleName(),
                    Optional.of(new Brief.Quotable(wish.id(), new Span(0, words.length()), 1)));
        }
    },
    AUTHOR_NAME {
        @Override
        public Brief plant(String words, Brief brief) {
            return withSource(
                    brief, source(EvidenceKind.FEEDBACK, words, false, "You explained the plan well to the new ones."));
        }
    },
    LEARNER_NAME {
        @Override
        public Brief plant(String words, Brief brief) {
            return with(brief, words, brief.roleName(), brief.aspiration());
        }
    },
    ROLE {
        @Override
        public Brief plant(String words, Brief brief) {
            return with(brief, brief.givenName(), words, brief.aspiration());
        }
    },
    ACTIVITY_TITLE {
        @Override
        public Brief plant(String words, Brief brief) {
            return withCandidates(brief, one -> candidate(one, words, one.description()));
        }
    },
    ACTIVITY_DESCRIPTION {
        @Override
        public Brief plant(String words, Brief brief) {
            return withCandidates(brief, one -> candidate(one, one.title(), words));
        }
    },
    COMPETENCY {
        @Override
        public Brief plant(String words, Brief brief) {
            return withFocuses(brief, focus -> {
                Competency is = focus.competency();
                List<ProficiencyLevel> levels = is.levels().stream()
                        .map(level -> new ProficiencyLevel(level.number(), level.name(), words))
                        .toList();
                Competency said = new Competency(
                        is.id(),
                        is.framework(),
                        is.code(),
                        is.name(),
                        is.group(),
                        words,
                        is.alternativeLabels(),
                        levels);
                return new Brief.Focus(
                        focus.gap(),
                        said,
                        focus.levelSought(),
                        focus.passages(),
                        focus.candidates(),
                        focus.leftOut(),
                        focus.counterfactuals());
            });
        }
    };

    public abstract Brief plant(String words, Brief brief);

    private static Brief.Source source(EvidenceKind kind, String author, boolean byLearner, String words) {
        return new Brief.Source(
                new EvidenceId(new UUID(13, kind.ordinal())),
                kind,
                author,
                byLearner,
                LocalDate.of(2025, 11, 20),
                words,
                DigestUtils.sha256Hex(words));
    }

    /** First among the sources and the best passage of every gap, so that no writer can miss it. */
    private static Brief withSource(Brief brief, Brief.Source planted) {
        List<Brief.Source> sources = new ArrayList<>(List.of(planted));
        sources.addAll(brief.sources());
        Brief.Quotable all =
                new Brief.Quotable(planted.id(), new Span(0, planted.text().length()), 1);
        Brief found = withFocuses(brief, focus -> {
            List<Brief.Quotable> passages = new ArrayList<>(List.of(all));
            passages.addAll(focus.passages());
            return new Brief.Focus(
                    focus.gap(),
                    focus.competency(),
                    focus.levelSought(),
                    passages,
                    focus.candidates(),
                    focus.leftOut(),
                    focus.counterfactuals());
        });
        return rebuilt(found, brief.givenName(), brief.roleName(), brief.aspiration(), sources, found.focuses());
    }

    private static Brief withCandidates(Brief brief, UnaryOperator<Brief.Candidate> change) {
        return withFocuses(
                brief,
                focus -> new Brief.Focus(
                        focus.gap(),
                        focus.competency(),
                        focus.levelSought(),
                        focus.passages(),
                        focus.candidates().stream().map(change).toList(),
                        focus.leftOut(),
                        focus.counterfactuals()));
    }

    private static Brief.Candidate candidate(Brief.Candidate is, String title, String description) {
        boolean ofCatalogue = is.action() instanceof Action.OfCatalogue;
        return new Brief.Candidate(
                is.action(),
                ofCatalogue ? title : is.title(),
                ofCatalogue ? description : is.description(),
                is.kind(),
                is.effortHours(),
                is.url(),
                is.score(),
                is.reasons(),
                is.contributions());
    }

    private static Brief withFocuses(Brief brief, UnaryOperator<Brief.Focus> change) {
        return rebuilt(
                brief,
                brief.givenName(),
                brief.roleName(),
                brief.aspiration(),
                brief.sources(),
                brief.focuses().stream().map(change).toList());
    }

    private static Brief with(Brief brief, String givenName, String roleName, Optional<Brief.Quotable> aspiration) {
        return rebuilt(brief, givenName, roleName, aspiration, brief.sources(), brief.focuses());
    }

    private static Brief rebuilt(
            Brief is,
            String givenName,
            String roleName,
            Optional<Brief.Quotable> aspiration,
            List<Brief.Source> sources,
            List<Brief.Focus> focuses) {
        return new Brief(
                is.learner(),
                givenName,
                roleName,
                is.targetRoleName(),
                is.readers(),
                is.from(),
                is.until(),
                is.hoursPerWeek(),
                is.form(),
                is.programme(),
                aspiration,
                is.nearGoal(),
                sources,
                focuses,
                is.itemsWanted(),
                is.hiddenPieces(),
                is.modelId(),
                is.seed());
    }
}
