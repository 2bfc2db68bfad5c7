package dev.trellis;

/** What is written for people who open it in a spreadsheet. */
public final class Spreadsheet {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private Spreadsheet() {}

    /** A cell that begins like a formula gets an apostrophe, which spreadsheets take as “this is text”. */
    public static String harmless(String cell) {
        String text = cell.stripLeading();
        return !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(text.isEmpty() ? cell.charAt(0) : text.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
