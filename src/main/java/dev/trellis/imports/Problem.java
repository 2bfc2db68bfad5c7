package dev.trellis.imports;

/**
 * Something wrong with a file.
 *
 * @param row counted as a spreadsheet does, the header being 1; 0 for the whole file
 * @param column name of the column; empty where it is about the row or the file
 * @param message why, for a person; never what a person wrote
 */
record Problem(long row, String column, String message) {

    static Problem of(UnreadableFile unreadable) {
        return new Problem(unreadable.row(), "", String.valueOf(unreadable.getMessage()));
    }

    String words() {
        String place = row == 0 ? "" : "row " + row + (column.isEmpty() ? ": " : ", ");
        return place + withColumn();
    }

    String withColumn() {
        return column.isEmpty() ? message : column + ": " + message;
    }
}
