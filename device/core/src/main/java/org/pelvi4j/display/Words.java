package org.pelvi4j.display;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pelvi4j.feedback.Message;

/**
 * Every text that a display shows, in one language. A key without a text in a language shows the English one, a key that
 * nobody knows shows itself. Source: SCREENS 4. Immutable.
 */
public final class Words {
    /** The languages there are, each a file of its own. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final String ALL = "{*}";

    private final Properties texts;

    private Words(Properties texts) {
        this.texts = texts;
    }

    /**
     * Reads the words of a language.
     *
     * @param locale the person's; a language that is not there gives English
     * @return its words
     */
    public static Words in(Locale locale) {
        var texts = new Properties();
        read(texts, "en");
        if (LANGUAGES.contains(locale.getLanguage()) && !locale.getLanguage().equals("en")) {
            read(texts, locale.getLanguage());
        }
        return new Words(texts);
    }

    /**
     * Reads the English words.
     *
     * @return them
     */
    public static Words english() {
        return in(Locale.ENGLISH);
    }

    private static void read(Properties into, String language) {
        String name = "words_" + language + ".properties";
        try (InputStream file = Words.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("resource: expected " + name + " beside Words but found none");
            }
            into.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Gives a text.
     *
     * @param key such as {@code cue.hold}
     * @param arguments what stands in its gaps, in order; in the gap <code>{*}</code> all of them, each the key of a text
     * @return the text in this language
     */
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key, key);
        if (text.contains(ALL)) {
            return text.replace(
                    ALL,
                    Stream.of(arguments).map(each -> text(String.valueOf(each))).collect(Collectors.joining(", ")));
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /**
     * Gives the short form of a text where there is one, else the text.
     *
     * @param key such as {@code cue.squeeze}
     * @return the text for the smallest displays
     */
    public String small(String key) {
        return texts.containsKey(key + ".small") ? text(key + ".small") : text(key);
    }

    /**
     * Gives the text of a message.
     *
     * @param message from a picture
     * @return its text; empty for no message
     */
    public String text(Message message) {
        return message.key().isEmpty()
                ? ""
                : text(message.key(), message.arguments().toArray());
    }

    /**
     * Gives the short form of a message where there is one, else its text.
     *
     * @param message from a picture
     * @return its text for the smallest displays
     */
    public String small(Message message) {
        String key = message.key() + ".small";
        return texts.containsKey(key) ? text(key, message.arguments().toArray()) : text(message);
    }

    /**
     * Gives the text of a message as a sentence, for displays with room for its full stop.
     *
     * @param message from a picture
     * @return its text, ended by a point unless it ends with another mark; empty for no message
     */
    public String sentence(Message message) {
        String text = text(message);
        boolean open = !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
        return open ? text + "." : text;
    }

    /**
     * Lists the keys.
     *
     * @return all of them, in order
     */
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /**
     * Writes seconds as a person says them: {@code 5}, {@code 0.9}.
     *
     * @param seconds how many
     * @return the figure with at most one decimal and a point
     */
    public static String seconds(double seconds) {
        String text = String.format(Locale.ROOT, "%.1f", seconds);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
