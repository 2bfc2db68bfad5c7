package dev.trellis;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence why a configured database cannot be used at start, instead of a stack trace. */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseUnreachableAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    @org.jspecify.annotations.Nullable
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String url = environment.getProperty("spring.datasource.url", "").replaceAll("\\?.*", "");
        String state = String.valueOf(cause.getSQLState());
        if (url.isEmpty()) {
            return null;
        }
        if (state.startsWith("08")) {
            return say(
                    "Trellis cannot reach the database at " + url + ".",
                    "Is PostgreSQL running there, and is spring.datasource.url right?",
                    cause);
        }
        if (state.startsWith("28")) {
            return say(
                    "The database at " + url + " refuses the user “"
                            + environment.getProperty("spring.datasource.username", "") + "” with this password.",
                    "Set spring.datasource.username and spring.datasource.password.",
                    cause);
        }
        if (state.equals("3D000")) {
            return say(
                    "There is no such database: " + url + ".",
                    "Create it, empty and in UTF-8, or correct spring.datasource.url.",
                    cause);
        }
        return null;
    }

    private static FailureAnalysis say(String what, String then, SQLException cause) {
        return new FailureAnalysis(what, then, cause);
    }
}
