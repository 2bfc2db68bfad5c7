package dev.trellis.demo;

import dev.trellis.Demonstration;
import dev.trellis.audit.AuditTrail;
import dev.trellis.search.SearchIndex;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the demo organisation beside the running service, once, and says how far it is. What a crash or a stop interrupts, the
 * next start goes on with.
 */
class MadeUpOrganisation implements Demonstration, DisposableBean {

    /** Any; another gives other stories for the same people. */
    static final long SEED = 20_260_301;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(MadeUpOrganisation.class);

    private final DemoState state;
    private final DemoLoader loader;
    private final DemoLogins logins;
    private final FirstDrafts drafts;
    private final SearchIndex index;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Address address;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile boolean present;
    private volatile String progress = "";
    private volatile List<Login> open = List.of();
    private volatile @Nullable Thread thread;

    /** Where the service is reached; known once it runs. */
    @FunctionalInterface
    interface Address {
        String url();
    }

    MadeUpOrganisation(
            DemoState state,
            DemoLoader loader,
            DemoLogins logins,
            FirstDrafts drafts,
            SearchIndex index,
            AuditTrail audit,
            TransactionOperations transactions,
            Address address) {
        this.state = state;
        this.loader = loader;
        this.logins = logins;
        this.drafts = drafts;
        this.index = index;
        this.audit = audit;
        this.transactions = transactions;
        this.address = address;
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public List<Login> logins() {
        return open;
    }

    @Override
    public Optional<String> progress() {
        return Optional.of(progress).filter(words -> !words.isEmpty());
    }

    /** Before anyone asks whether this installation still has to be set up. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin() {
        state.begin(SEED);
        present = state.find().isPresent();
        if (present) {
            thread = Thread.ofPlatform().name("demo-organisation").daemon().start(this::makeAndTell);
        } else {
            log.info("No demo organisation is made: people are here already");
        }
    }

    private void makeAndTell() {
        try {
            make();
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) {
                progress =
                        "The demo organisation could not be finished; the log says why. The next start goes on with it.";
                log.error("The demo organisation could not be finished; the next start goes on with it", e);
            }
        }
    }

    /** All that is not done yet, to the last draft. */
    void make() {
        DemoState.Standing standing = state.find().orElseThrow();
        if (!standing.loaded()) {
            load(standing);
        }
        DemoSecrets secrets = logins.open();
        open = logins.all();
        tell(secrets);
        if (!standing.draftsRequested() && indexed()) {
            draft();
        }
        progress = "";
    }

    private void load(DemoState.Standing standing) {
        long begun = System.nanoTime();
        DemoOrganisation demo = DemoOrganisation.generate(standing.seed(), standing.anchor());
        loader.load(demo, step -> say("adding " + step.words()));
        transactions.executeWithoutResult(status -> {
            state.loaded();
            audit.append(
                    "trellis",
                    "demo.loaded",
                    "demo",
                    Map.of("anchor", standing.anchor().toString()));
        });
        log.info(
                "The demo organisation is in: {} people, {} pieces of evidence, {} seconds",
                demo.people().size(),
                demo.evidence().size() + demo.aspirations().size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** By words; meaning is filled in behind. */
    private boolean indexed() {
        long total = index.status().behind();
        while (!index.awaitCaughtUp(LOOK_AGAIN)) {
            long behind = index.status().behind();
            total = Math.max(total, behind);
            say("indexing " + thousands(total - behind) + " of " + thousands(total));
            if (stopping.getCount() == 0) {
                return false;
            }
        }
        return true;
    }

    private void draft() {
        Integer asked = transactions.execute(status -> {
            state.draftsRequested();
            return drafts.request();
        });
        int total = asked == null ? 0 : asked;
        int waiting = total;
        while (waiting > 0) {
            say("drafting " + (total - waiting) + " of " + total);
            if (stopped()) {
                return;
            }
            waiting = Math.min(total, drafts.waiting());
        }
        log.info("The demo organisation is ready: {} drafts lie in the inboxes", total);
    }

    private boolean stopped() {
        try {
            return stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void say(String what) {
        String words = "The demo organisation is being made: " + what;
        if (!progress.equals(words + "…")) {
            log.info(words);
            progress = words + "…";
        }
    }

    /** The one place that shows secrets in a log: they open made-up people's doors only. */
    private void tell(DemoSecrets secrets) {
        StringBuilder words = new StringBuilder("A demo organisation is here to look around in, at " + address.url());
        open.forEach(login ->
                words.append(String.format(Locale.ROOT, "%n    %-14s %s", login.email(), login.description())));
        words.append(String.format(
                Locale.ROOT,
                "%n    password       %s%n    API client     %s%n    client secret  %s",
                secrets.password(),
                DemoLogins.CLIENT,
                secrets.clientSecret()));
        log.info(words.toString());
    }

    private static String thousands(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping.countDown();
        Thread making = thread;
        if (making != null) {
            making.join(STOPS_WITHIN);
        }
    }
}
