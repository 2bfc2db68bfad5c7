package dev.trellis.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A published framework, from its folder into the catalogue. */
interface FrameworkImport {

    /**
     * What was read and is sound.
     *
     * @param files those that were used
     * @param save writes it in the caller's transaction, and says what was done in words and numbers
     * @param messages what an administrator should know, such as what was left out and why
     */
    record Prepared(List<Path> files, Supplier<Map<String, Long>> save, List<String> messages) {}

    ImportKind kind();

    /** @throws UnreadableFile if something that is needed is not there or not what it should be */
    Prepared prepare(DataFolder folder, Progress progress);
}
