package dev.trellis.learning;

import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

/** {@code learning rollback}: goes back to the model promoted before, or to the ranking alone. */
@Command(
        name = "learning rollback",
        description = "Goes back to the model promoted before, or to the ranking alone where there is none.")
final class RollbackCommand implements TrellisCommand {

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        try {
            out.println("In use now: "
                    + trellis.getBean(Retraining.class).rollBack("command").orElse("the ranking alone"));
            return 0;
        } catch (IllegalStateException e) {
            throw new CommandFailed("Nothing to roll back: " + e.getMessage() + ".");
        }
    }
}
