package org.pelvi4j.display.draw;

import java.text.Normalizer;

/** Text in ASCII: umlauts spelt out, other accents dropped, what is left over as question marks. Immutable. */
public final class Ascii {
    private Ascii() {}

    /**
     * Spells a text out.
     *
     * @param text any
     * @return the same in codes 20 to 7E
     */
    public static String of(String text) {
        String spelt = text.replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue");
        spelt = spelt.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("·", "-");
        String bare = Normalizer.normalize(spelt, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return bare.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
