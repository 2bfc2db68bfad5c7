package dev.trellis.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stands beside every test class: hundreds of test methods make a database of their own, and none takes it away. */
public final class DatabasesEndWithTheirClass implements AfterAllCallback {

    /** Stories, which run beside the others, have databases of their own service and none of these. */
    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> ended = context.getRequiredTestClass();
        if (ended.getEnclosingClass() == null && !ended.isAnnotationPresent(BesideOthers.class)) {
            TestPostgres.forgetThoseOfTheClass();
        }
    }
}
