package dev.trellis.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that needs no database of {@link TestPostgres} and changes nothing all tests share: it runs in a second thread
 * beside all other tests, one such class at a time and its methods one after another. Stories do, which start a service of their
 * own, and what computes for long. Who changes what all tests share (a default locale, say) is {@code @Isolated}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the second thread")
public @interface BesideOthers {}
