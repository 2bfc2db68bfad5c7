package dev.trellis.postgres;

import dev.trellis.postgres.TrellisHome.HomeUnusable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why the home folder cannot be used, instead of a stack trace. */
class HomeUnusableAnalyzer extends AbstractFailureAnalyzer<HomeUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, HomeUnusable cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
