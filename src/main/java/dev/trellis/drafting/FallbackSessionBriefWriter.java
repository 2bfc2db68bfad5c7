package dev.trellis.drafting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the model first and the templates where it is unavailable, and says so in the record. Without sources no model is asked. */
final class FallbackSessionBriefWriter implements SessionBriefWriter {

    private static final Logger log = LoggerFactory.getLogger(FallbackSessionBriefWriter.class);

    private final ModelSessionBriefWriter model;
    private final SessionBriefWriter templates;

    FallbackSessionBriefWriter(ModelSessionBriefWriter model, SessionBriefWriter templates) {
        this.model = model;
        this.templates = templates;
    }

    @Override
    public SessionBrief write(Material material) {
        if (material.sources().isEmpty()) {
            return templates.write(material);
        }
        ModelSessionBriefWriter.Written written = model.write(material);
        return written.brief().orElseGet(() -> {
            log.warn(
                    "The model {} gave no page ({}); wrote from templates",
                    written.how().writer(),
                    written.outcome());
            SessionBrief brief = templates.write(material);
            return new SessionBrief(
                    brief.recognise(),
                    brief.questions(),
                    brief.nextSteps(),
                    brief.listenFor(),
                    brief.how().after(written.how()));
        });
    }
}
