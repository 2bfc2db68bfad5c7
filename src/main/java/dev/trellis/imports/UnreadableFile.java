package dev.trellis.imports;

/** A file that cannot be read as what it should be; nothing was imported. The message is for a person. */
class UnreadableFile extends RuntimeException {

    private final long row;

    UnreadableFile(String message) {
        this(0, message);
    }

    /** @param row counted as a spreadsheet does, the header being 1; 0 for the whole file */
    UnreadableFile(long row, String message) {
        super(message);
        this.row = row;
    }

    long row() {
        return row;
    }
}
