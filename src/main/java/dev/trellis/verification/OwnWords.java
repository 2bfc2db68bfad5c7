package dev.trellis.verification;

import dev.trellis.catalog.ProficiencyLevel;
import dev.trellis.drafting.Brief;
import dev.trellis.drafting.QuoteFinder;
import dev.trellis.verification.Finding.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a writer may say in task, first step and success measure: plain advice, with quoted words, names, days, hours and sums
 * only as the brief has them.
 */
final class OwnWords {

    private static final Pattern HOURS =
            Pattern.compile("(?i)(?<![\\d.,])(\\d+(?:[.,]\\d+)?)[ -]?(?:hours?|hrs?|h|stunden?|std)\\b");
    private static final Pattern SUM = Pattern.compile(
            "[€$£¥]\\s?\\d|\\d\\s?[€$£¥]|(?i)\\b\\d[\\d.,]*\\s?(?:euros?|eur|dollars?|usd|pounds?|gbp|chf)\\b");

    private final Brief brief;
    private final Optional<Brief.Candidate> candidate;
    private final LocalDate dueOn;
    private final List<String> texts = new ArrayList<>();
    private final List<String> ofCatalogue;

    OwnWords(Brief brief, Optional<Brief.Focus> focus, Optional<Brief.Candidate> candidate, LocalDate dueOn) {
        this.brief = brief;
        this.candidate = candidate;
        this.dueOn = dueOn;
        candidate.ifPresent(chosen -> texts.addAll(List.of(chosen.title(), chosen.description())));
        focus.map(Brief.Focus::competency).ifPresent(competency -> {
            texts.add(competency.name());
            texts.add(competency.description());
            competency.levels().stream().map(ProficiencyLevel::descriptor).forEach(texts::add);
        });
        texts.add(brief.roleName());
        brief.targetRoleName().ifPresent(texts::add);
        ofCatalogue = List.copyOf(texts);
        brief.sources().forEach(source -> texts.addAll(List.of(source.authorName(), source.text())));
        texts.add(brief.givenName());
    }

    /** Names, titles and descriptors the organisation wrote. */
    List<String> ofCatalogue() {
        return ofCatalogue;
    }

    Optional<Fault> faultIn(String sentence) {
        return foreignQuote(sentence)
                .or(() -> wrongSum(sentence))
                .or(() -> wrongDay(sentence))
                .or(() -> foreignName(sentence));
    }

    private Optional<Fault> foreignQuote(String sentence) {
        return SupportScore.quotesIn(sentence).stream()
                .filter(words -> texts.stream()
                        .noneMatch(text -> QuoteFinder.find(words, text).isPresent()))
                .findFirst()
                .flatMap(words -> unsupported("It puts words in quotation marks that nobody wrote."));
    }

    private Optional<Fault> wrongSum(String sentence) {
        if (SUM.matcher(sentence).find()) {
            return unsupported("It names a sum of money.");
        }
        Matcher matcher = HOURS.matcher(withoutQuotes(sentence));
        while (matcher.find()) {
            double hours = Double.parseDouble(matcher.group(1).replace(',', '.'));
            if (candidate.stream()
                    .noneMatch(chosen -> chosen.effortHours() == hours || inTitle(chosen, matcher.group()))) {
                return Optional.of(new Fault(Code.HOURS_DO_NOT_FIT, "It names hours that are not the activity's own."));
            }
        }
        return Optional.empty();
    }

    private static boolean inTitle(Brief.Candidate chosen, String words) {
        return chosen.title().contains(words);
    }

    private Optional<Fault> wrongDay(String sentence) {
        for (DayInText day : DayInText.in(withoutQuotes(sentence))) {
            boolean known = day.isOn(dueOn)
                    || brief.sources().stream().anyMatch(source -> day.isOn(source.on()))
                    || day.isWithin(brief.from(), brief.until());
            if (!known) {
                return Optional.of(new Fault(Code.DATE_OUTSIDE_PLAN, "It names a day outside the plan."));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> foreignName(String sentence) {
        return Names.foreignIn(withoutQuotes(sentence), texts)
                .flatMap(
                        name -> unsupported("It names “" + name + "”, who or which stands nowhere in what was given."));
    }

    private static String withoutQuotes(String sentence) {
        return SupportScore.QUOTED.matcher(sentence).replaceAll(" ");
    }

    private static Optional<Fault> unsupported(String reason) {
        return Optional.of(new Fault(Code.CLAIM_NOT_SUPPORTED, reason));
    }

    record Fault(Code code, String reason) {}
}
