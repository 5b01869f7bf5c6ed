package vn.motcua.dossier.papers.forms;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: as in running Vietnamese, that is between words; never before a stroke, which would tear dates and numbers of documents. */
final class Lines implements FSTextBreaker {

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("vi"));

    @Override
    public void setText(String text) {
        breaks.setText(text);
    }

    @Override
    public int next() {
        return breaks.next();
    }
}
