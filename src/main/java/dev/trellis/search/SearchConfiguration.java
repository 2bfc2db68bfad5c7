package dev.trellis.search;

import dev.trellis.catalog.Catalog;
import dev.trellis.evidence.EvidenceLedger;
import dev.trellis.people.Mentorships;
import dev.trellis.postgres.TrellisHome;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model, the index and what searches in it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    /** More threads than this leave too little of a small machine to the people using it. */
    private static final int MOST_EMBEDDING_THREADS = 4;

    @Bean(destroyMethod = "close")
    KeptTextVectors textVectors(
            TextVectorStore store, @Value("${trellis.search.embedding-threads:0}") int embeddingThreads) {
        return new KeptTextVectors(new BgeSmall(embeddingThreads(embeddingThreads)), store);
    }

    /** @param wanted 0 to choose by the machine */
    static int embeddingThreads(int wanted) {
        return wanted > 0 ? wanted : Math.min(Runtime.getRuntime().availableProcessors(), MOST_EMBEDDING_THREADS);
    }

    @Bean
    TextVectorStore textVectorStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        return new TextVectorStore(jdbc, batches);
    }

    @Bean
    ChangeFeed changeFeed(JdbcClient jdbc) {
        return new ChangeFeed(jdbc);
    }

    @Bean
    IndexFolders indexFolders(TrellisHome home) {
        return new IndexFolders(home.index());
    }

    @Bean
    IndexAudit indexAudit(EvidenceLedger ledger, Catalog catalog) {
        return new IndexAudit(ledger, catalog);
    }

    @Bean
    EvidenceSearch evidenceSearch(
            Searchers searchers, KeptTextVectors vectors, EvidenceLedger ledger, Mentorships mentorships) {
        return new LuceneEvidenceSearch(searchers, new Questions(vectors), ledger, mentorships);
    }

    @Bean
    ActivitySearch activitySearch(Searchers searchers, KeptTextVectors vectors, Catalog catalog) {
        return new LuceneActivitySearch(searchers, new Questions(vectors), catalog);
    }

    /** A service writes its own index; a command beside it, started without workers, reads what the service wrote. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "trellis.workers", matchIfMissing = true)
    static class Written {

        @Bean
        LuceneIndex searchIndex(
                IndexFolders folders,
                ChangeFeed feed,
                EvidenceLedger ledger,
                Catalog catalog,
                KeptTextVectors vectors,
                TextVectorStore store,
                IndexAudit audit,
                Clock clock) {
            Indexer indexer = new Indexer(ledger, catalog, vectors, store, clock);
            FullReading reading = new FullReading(ledger, catalog, feed, indexer);
            VectorFill fill = new VectorFill(ledger, catalog, vectors, indexer, clock);
            return new LuceneIndex(folders, vectors.modelId(), feed, indexer, reading, fill, audit);
        }

        @Bean
        BackgroundComparison backgroundComparison(LuceneIndex index, Clock clock) {
            return new BackgroundComparison(index, clock);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "trellis.workers", havingValue = "false")
    static class Read {

        @Bean
        ReadOnlyIndex searchIndex(IndexFolders folders, ChangeFeed feed, IndexAudit audit) {
            return new ReadOnlyIndex(folders, feed, audit);
        }
    }
}
