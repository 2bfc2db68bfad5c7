package dev.trellis.search;

import dev.trellis.TrellisCommand;
import java.io.PrintWriter;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

/** {@code index compare}: whether the search index says what PostgreSQL says. */
@Command(name = "index compare", description = "Compares the search index with PostgreSQL, record by record.")
class CompareIndexCommand implements TrellisCommand {

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        SearchIndex index = trellis.getBean(SearchIndex.class);
        SearchIndex.Comparison compared = index.compareWithDatabase();
        if (compared.isEqual()) {
            SearchIndex.Status status = index.status();
            out.println("The index equals the database: " + status.passages() + " passages, " + status.activities()
                    + " activities.");
            return 0;
        }
        say("missing in the index", compared.missing(), out);
        say("only in the index", compared.extra(), out);
        say("different", compared.different(), out);
        out.println("While people record, what is on its way shows here too. "
                + "If it stays, delete the index folder: it is built again from PostgreSQL.");
        return 1;
    }

    private static void say(String how, Set<String> records, PrintWriter out) {
        records.stream().sorted().forEach(record -> out.println(record + "  " + how));
    }
}
