package vn.motcua.kpi.reporting;

import io.quarkus.qute.TemplateData;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as Vietnamese readers write them: {@code 8.593}, {@code 31/05/2022}. */
@TemplateData
public enum Numbers {
    VIETNAMESE;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public String count(long count) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi-VN")).format(count);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }
}
