package dev.trellis.imports;

/**
 * A column of a CSV file.
 *
 * @param name as in the header, in lower case with underscores
 * @param longText whether it holds what a person wrote: never repeated in a message
 */
record Column(String name, boolean required, boolean longText, String about, String example) {

    static Column required(String name, String about, String example) {
        return new Column(name, true, false, about, example);
    }

    static Column optional(String name, String about, String example) {
        return new Column(name, false, false, about, example);
    }

    Column words() {
        return new Column(name, required, true, about, example);
    }
}
