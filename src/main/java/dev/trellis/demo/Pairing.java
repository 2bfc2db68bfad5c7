package dev.trellis.demo;

import java.time.LocalDate;
import java.util.List;

/** Who takes part in which programme, who mentors whom, and who wants to become what. */
final class Pairing {

    private static final int ACQUAINTED_AFTER_DAYS = 21;
    private static final double SPONSORING_SHARE = .08;

    private final Stage stage;

    Pairing(Stage stage) {
        this.stage = stage;
    }

    List<DemoProgramme> programmes() {
        return Stanza.read("programmes.txt").stream()
                .map(stanza -> new DemoProgramme(
                        stanza.heading(),
                        stanza.one("name"),
                        stanza.one("purpose"),
                        stanza.all("objective"),
                        stanza.one("format"),
                        stanza.one("lead"),
                        stanza.number("cadenceWeeks"),
                        DemoCalendar.monthUnderWay().minusMonths(stanza.number("startsMonthsBefore")),
                        lastDay(DemoCalendar.monthUnderWay().minusMonths(stanza.number("endsMonthsBefore"))),
                        members(stanza)))
                .toList();
    }

    private static LocalDate lastDay(LocalDate month) {
        return month.plusMonths(1).minusDays(1);
    }

    private List<String> members(Stanza stanza) {
        return stage.cast().members().stream()
                .filter(member -> stanza.all("member").contains(member.code())
                        || stanza.all("team").contains(member.team())
                        || stanza.has("hiredWithinMonths")
                                && member.monthsSinceHire() <= stanza.number("hiredWithinMonths"))
                .map(Member::code)
                .toList();
    }

    List<DemoMentoring> mentorings(List<DemoProgramme> programmes) {
        return stage.cast().members().stream()
                .filter(Member::hasMentor)
                .map(learner -> mentoring(learner, programmes))
                .toList();
    }

    private DemoMentoring mentoring(Member learner, List<DemoProgramme> programmes) {
        Chance chance = stage.chance(learner, "mentoring");
        LocalDate acquainted = learner.person().hiredOn().plusDays(ACQUAINTED_AFTER_DAYS);
        LocalDate wished =
                DemoCalendar.monthUnderWay().minusMonths(chance.between(14, 26)).plusDays(chance.between(0, 27));
        String programme = programmes.stream()
                .filter(candidate -> candidate.members().contains(learner.code()))
                .map(DemoProgramme::code)
                .findFirst()
                .orElse("");
        boolean sponsored = chance.happens(SPONSORING_SHARE);
        DemoMentoring.Form form = sponsored ? DemoMentoring.Form.SPONSORING : DemoMentoring.Form.MENTORING;
        return new DemoMentoring(
                learner.mentor(),
                learner.code(),
                programme.equals(DemoStory.FEEDBACK_PROGRAMME) ? DemoMentoring.Form.COACHING : form,
                acquainted.isAfter(wished) ? acquainted : wished,
                programme);
    }

    List<DemoAspiration> aspirations(KeptByHand kept) {
        List<Stanza> wishes = Stanza.read("aspirations.txt");
        return stage.cast().members().stream()
                .map(member -> aspiration(member, wishes, kept))
                .toList();
    }

    private DemoAspiration aspiration(Member member, List<Stanza> wishes, KeptByHand kept) {
        Chance chance = stage.chance(member, "aspiration");
        LocalDate first = member.firstDay();
        LocalDate stated = first.plusDays(chance.between(1, 20));
        List<String> patterns = wishes.stream()
                .filter(stanza -> stanza.heading().equals(member.aspiresTo()))
                .findFirst()
                .orElseThrow()
                .items();
        String words = member.code().equals(kept.person())
                ? kept.ownWords()
                : stage.said()
                        .say(() -> Wording.say(chance.oneOf(patterns), stage.toldBy(member, stated, chance), chance));
        return new DemoAspiration(member.code(), member.aspiresTo(), words, stated);
    }
}
