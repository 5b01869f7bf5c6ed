package vn.motcua.dossier.events;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/** Escapes as RFC 8785 wants them: control characters without a short form in lower-case hexadecimal, where Jackson writes upper case. */
final class CanonicalEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private final int[] ascii = standardAsciiEscapesForJSON();

    CanonicalEscapes() {
        for (int control = 0; control < ' '; control++) {
            if (ascii[control] == ESCAPE_STANDARD) {
                ascii[control] = ESCAPE_CUSTOM;
            }
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int control) {
        return control < ' ' ? new SerializedString(String.format("\\u%04x", control)) : null;
    }
}
