package dev.trellis;

import dev.trellis.audit.AuditTrail;
import dev.trellis.audit.AuditTrail.ChainState;
import java.io.PrintWriter;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

/** {@code audit verify}: whether anybody tampered with the audit trail. */
@Command(
        name = "audit verify",
        description = "Walks the audit trail from its first entry and says whether it is intact.")
class VerifyAuditCommand implements TrellisCommand {

    @Override
    public int run(BeanFactory trellis, PrintWriter out, PrintWriter progress) {
        AuditTrail audit = trellis.getBean(AuditTrail.class);
        return switch (audit.verify()) {
            case ChainState.Intact intact -> {
                out.println("Intact: " + intact.entries() + " entries"
                        + audit.latest(1).stream()
                                .map(last -> ", the last one " + last.hash())
                                .findFirst()
                                .orElse("")
                        + ".");
                yield 0;
            }
            case ChainState.Broken broken -> {
                out.println("Broken at entry " + broken.number() + ": " + broken.why() + ".");
                yield 1;
            }
        };
    }
}
