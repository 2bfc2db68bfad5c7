package dev.trellis.planning;

import dev.trellis.TrellisCommand;
import dev.trellis.verification.DraftCheck;
import java.io.PrintWriter;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a draft again from its record and says whether it comes out the same. Prints nobody's words. */
@Command(name = "draft replay", description = "Makes a draft again from its record, and says what differs.")
final class DraftReplayCommand implements TrellisCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The draft's id.")
    private String id = "";

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        PlanDraftId draft = DraftShowCommand.parsed(id);
        DraftWords words = trellis.getBean(DraftWords.class);
        DraftRecord record =
                words.recordOf(draft).orElseThrow(() -> new CommandFailed("There is no draft " + draft + "."));
        DraftReplay.Result result =
                new DraftReplay(trellis.getBean(DraftCheck.class)).replay(record, words.documentOf(draft));
        if (result.same()) {
            out.println("The same: draft " + draft + " made again from its record, "
                    + record.calls().size() + " recorded calls, no model asked.");
            return 0;
        }
        result.differences().forEach(out::println);
        throw new CommandFailed("Draft " + draft + " could not be made again as it was.");
    }
}
