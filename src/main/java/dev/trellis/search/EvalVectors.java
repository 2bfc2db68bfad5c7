package dev.trellis.search;

import dev.trellis.Measured;
import java.io.IOException;

/** Lends the model a command measures with. */
interface EvalVectors {

    /** Without a database to keep vectors in. */
    EvalVectors OF_THE_PRODUCT = measuring -> {
        try (BgeSmall model = new BgeSmall(SearchConfiguration.embeddingThreads(0))) {
            return measuring.with(model);
        }
    };

    Measured with(Measuring measuring) throws IOException;

    interface Measuring {
        Measured with(TextVectors vectors) throws IOException;
    }
}
