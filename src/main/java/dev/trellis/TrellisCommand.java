package dev.trellis;

import java.io.PrintWriter;
import org.springframework.beans.factory.BeanFactory;

/**
 * Something an operator does from the command line, {@code java -jar trellis.jar import people FILE.csv}.
 *
 * <p>A module adds one by writing a class, nothing else: it is found on the class path, so that help and usage need no
 * running Trellis. The class has a constructor without parameters and picocli's {@code @Command}, whose name is one word or
 * two ({@code "import people"}); options and parameters are picocli's, without a dot in their names ({@code --trellis.home=…}
 * and the like go to the configuration). It runs as the service does, in the role {@code trellis_app}, beside a running
 * service if there is one, without web server and without background work.
 */
public interface TrellisCommand {

    /**
     * @param trellis where the doors of the modules are found: {@code trellis.getBean(Catalog.class)}
     * @param out for the result
     * @param progress for everything else a person wants to see meanwhile
     * @return 0 when it is done, 1 when it could not be done and {@code out} or {@code progress} says why
     * @throws CommandFailed with one sentence for a person
     */
    int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) throws Exception;

    /** Whether it works on what Trellis holds. One that measures or trains on files needs neither PostgreSQL nor a start. */
    default boolean needsTrellis() {
        return true;
    }

    /** It could not be done; the message is one sentence for a person. */
    class CommandFailed extends RuntimeException {
        public CommandFailed(String message) {
            super(message);
        }
    }
}
