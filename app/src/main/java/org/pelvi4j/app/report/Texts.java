package org.pelvi4j.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.pelvi4j.exercise.Programme;

/** Every text of report and charts, in one language; what a language lacks is English. Immutable. */
public final class Texts {
    /** The languages there are, each a file of its own. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private final String language;
    private final Properties texts = new Properties();

    private Texts(String language) {
        this.language = language;
        read("en");
        read(language);
    }

    /**
     * Reads the texts of a language.
     *
     * @param language such as {@code de}; one that is not there gives English
     * @return its texts
     */
    public static Texts in(String language) {
        return new Texts(LANGUAGES.contains(language) ? language : "en");
    }

    private void read(String which) {
        String name = "report_" + which + ".properties";
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("resource: expected " + name + " but found none");
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives the title of a programme.
     *
     * @param programme any
     * @return in this language, for one that comes with the product; else as somebody wrote it
     */
    public String title(Programme programme) {
        String key = "programme." + programme.id();
        String written = programme.title();
        boolean ours = written.equals(programme.id()) || written.equals(in("en").text(key));
        return ours && texts.containsKey(key) ? text(key) : written;
    }

    String language() {
        return language;
    }

    /**
     * Gives a text.
     *
     * @param key which
     * @param gaps what stands in its gaps, in order
     * @return the text; the key itself where there is none
     */
    public String text(String key, Object... gaps) {
        String text = texts.getProperty(key, key);
        for (int i = 0; i < gaps.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(gaps[i]));
        }
        return text;
    }
}
