package dev.trellis.planning;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.trellis.audit.AuditTrail;
import dev.trellis.catalog.Catalog;
import dev.trellis.catalog.CompetencyRelations;
import dev.trellis.drafting.PlanDrafter;
import dev.trellis.drafting.SessionBriefWriter;
import dev.trellis.evidence.CompetencyProfiles;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.mentoring.Programmes;
import dev.trellis.people.Mentorships;
import dev.trellis.people.People;
import dev.trellis.ranking.ActivityRanking;
import dev.trellis.search.EvidenceSearch;
import dev.trellis.search.SearchIndex;
import dev.trellis.search.TextVectors;
import dev.trellis.verification.DraftCheck;
import dev.trellis.verification.Meaning;
import dev.trellis.verification.SessionBriefCheck;
import dev.trellis.verification.SupportScore;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlanningSettings.class)
class PlanningConfiguration {

    private static final Supplier<UUID> NEW_ID = UuidCreator::getTimeOrderedEpoch;

    @Bean
    ReadingAs readingAs(JdbcClient jdbc, TransactionOperations transactions) {
        return new ReadingAs(jdbc, transactions);
    }

    @Bean
    JdbcPlanDrafts planDrafts(
            JdbcClient jdbc, ReadingAs readingAs, EvidenceLedger ledger, AuditTrail audit, Clock clock) {
        return new JdbcPlanDrafts(jdbc, readingAs, ledger, audit, clock);
    }

    @Bean
    DevelopmentPlans developmentPlans(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            ReadingAs readingAs,
            EvidenceLedger ledger,
            Mentorships mentorships,
            AuditTrail audit,
            Clock clock) {
        return new JdbcDevelopmentPlans(jdbc, batches, readingAs, ledger, mentorships, audit, NEW_ID, clock);
    }

    @Bean
    DraftArchive draftArchive(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            ReadingAs readingAs,
            JdbcPlanDrafts drafts,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        return new DraftArchive(jdbc, batches, readingAs, drafts, audit, events, NEW_ID, clock);
    }

    @Bean
    PlanTalk planTalk(
            JdbcClient jdbc,
            ReadingAs readingAs,
            DevelopmentPlans plans,
            DraftRequests requests,
            AuditTrail audit,
            Clock clock) {
        return new PlanTalk(jdbc, readingAs, plans, requests, audit, NEW_ID, clock);
    }

    @Bean
    DraftBases draftBases(JdbcClient jdbc, ReadingAs readingAs) {
        return new DraftBases(jdbc, readingAs);
    }

    @Bean
    DraftWords draftWords(JdbcClient jdbc, ReadingAs readingAs, Clock clock) {
        return new DraftWords(jdbc, readingAs, clock);
    }

    @Bean
    JdbcDraftRequests draftRequests(
            JdbcClient jdbc, TransactionOperations transactions, ReadingAs readingAs, AuditTrail audit, Clock clock) {
        return new JdbcDraftRequests(jdbc, transactions, readingAs, audit, clock);
    }

    @Bean
    DraftPipeline draftPipeline(
            People people,
            Mentorships mentorships,
            Programmes programmes,
            Catalog catalog,
            EvidenceLedger ledger,
            EarlierPlans earlierPlans,
            LearningTime learningTime,
            Groundwork groundwork,
            PlanDrafter drafter,
            DraftCheck check,
            ObjectProvider<Suiting> suiting,
            DraftArchive archive,
            JdbcDraftRequests requests,
            TransactionOperations transactions,
            PlanningSettings settings,
            Clock clock) {
        return new DraftPipeline(
                people,
                mentorships,
                programmes,
                ledger,
                earlierPlans,
                learningTime,
                groundwork,
                new LeaveOneOut(groundwork, catalog, settings.items()),
                new BriefComposer(catalog, people, settings),
                suiting.getIfAvailable(() -> Suiting.NONE),
                new CheckedWriter(drafter, PlanDrafter.fromTemplates(), check),
                archive,
                requests,
                transactions,
                NEW_ID,
                clock);
    }

    @Bean
    Groundwork groundwork(
            Catalog catalog,
            CompetencyRelations relations,
            CompetencyProfiles profiles,
            EvidenceSearch search,
            ActivityRanking ranking,
            PlanningSettings settings) {
        return new Groundwork(catalog, relations, profiles, search, ranking, settings);
    }

    @Bean
    EarlierPlans earlierPlans(DevelopmentPlans plans, DraftWords words, EarlierRejections rejections) {
        return new EarlierPlans(plans, words, rejections);
    }

    @Bean
    LearningTime learningTime(JdbcClient jdbc, ReadingAs readingAs, PlanningSettings settings, Clock clock) {
        return new LearningTime(jdbc, readingAs, settings, clock);
    }

    @Bean
    Meaning meaningForTheGate(TextVectors vectors) {
        return new SupportVectors(vectors);
    }

    @Bean
    DraftCheck draftCheck(Meaning meaning) {
        return DraftCheck.mechanical(meaning);
    }

    @Bean
    SessionBriefCheck sessionBriefCheck(Meaning meaning) {
        return new SessionBriefCheck(SupportScore.byMeaning(meaning));
    }

    @Bean
    SessionBriefs sessionBriefs(
            EvidenceLedger ledger,
            DevelopmentPlans plans,
            People people,
            Mentorships mentorships,
            SessionBriefWriter writer,
            SessionBriefCheck check,
            JdbcClient jdbc,
            ReadingAs readingAs,
            Clock clock) {
        return new SessionBriefs(ledger, plans, people, mentorships, writer, check, jdbc, readingAs, clock);
    }

    @Bean
    DraftFigures draftFigures(JdbcClient jdbc, ReadingAs readingAs) {
        return new DraftFigures(jdbc, readingAs);
    }

    @Bean
    MadeFrom madeFrom(JdbcClient jdbc, ReadingAs readingAs, People people) {
        return new MadeFrom(jdbc, readingAs, people);
    }

    @Bean
    PlanTimeline planTimeline(AuditTrail audit, People people) {
        return new PlanTimeline(audit, people);
    }

    @Bean
    MovedPeople draftsAfterAMove(People people, DraftArchive archive, JdbcDraftRequests requests) {
        return new MovedPeople(people, archive, requests);
    }

    @Bean
    ForgottenEvidence forgottenEvidence(
            JdbcClient jdbc,
            ReadingAs readingAs,
            EvidenceLedger ledger,
            DraftArchive archive,
            DraftWords words,
            SessionBriefs sessionBriefs,
            JdbcDraftRequests requests) {
        return new ForgottenEvidence(jdbc, readingAs, ledger, archive, words, sessionBriefs, requests);
    }

    /** Left out where only a command runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "trellis.workers", havingValue = "true", matchIfMissing = true)
    static class Workers {

        @Bean
        DraftJobs draftJobs(
                JdbcDraftRequests requests, DraftPipeline pipeline, SearchIndex index, PlanningSettings settings) {
            return new DraftJobs(requests, pipeline, index, settings);
        }

        @Bean
        CustomTask<Void> draftTask(DraftJobs jobs) {
            return jobs.task();
        }

        @Bean
        RecurringTask<Void> draftSweep(DraftJobs jobs) {
            return jobs.sweep();
        }
    }
}
