package dev.trellis.drafting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as one reads them. */
final class Numbers {

    private Numbers() {}

    /** With at most one decimal, and none where it would be 0: "3", "2.5"; in German "2,5". */
    static String inWords(double number, Language language) {
        String digits = BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return language == Language.GERMAN ? digits.replace('.', ',') : digits;
    }
}
