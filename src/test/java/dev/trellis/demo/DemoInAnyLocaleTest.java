package dev.trellis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed and day give the same organisation, on a machine in any language and place; alone, as these are everybody's. */
@Isolated
class DemoInAnyLocaleTest {

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar-EG, Pacific/Pago_Pago"})
    void itIsTheSame(String language, String zone) {
        LocalDate anchor = LocalDate.of(2028, 2, 29);
        DemoOrganisation here = DemoOrganisation.generate(7, anchor);
        Locale locale = Locale.getDefault();
        TimeZone before = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(DemoOrganisation.generate(7, anchor)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(before);
        }
    }
}
