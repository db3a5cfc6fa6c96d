package org.pelvi4j.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.feedback.Message;

/** The texts of every language. */
class WordsTest {
    /** Source: SCREENS 4, last line, and the claim words that nobody may read anywhere. */
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "en",
            Pattern.compile("(?i)treat|cure|prevent|diagnos|wrong|fail|\\bbad\\b|\\bweak|therap|heal"
                    + "|anus|anal|sphincter|pelvi|rectum|vagina|prostat|bladder|incontinen|disease|illness"),
            "de",
            Pattern.compile("(?i)behand|heil|vorbeug|verhinder|diagnos|falsch|fehl|versag|schlecht|schwach|therap"
                    + "|after\\b|schlie[sß]+muskel|becken|enddarm|scheide|prostata|blase|inkontinen|krank"));

    /** Said of the signal, not of the person. Source: SCREENS 4. */
    private static final List<String> OF_THE_SIGNAL = List.of("hint.weak", "line.hint.weak");

    private static final List<String> CUES = List.of(
            "cue.check",
            "cue.ready",
            "cue.squeeze",
            "cue.hold",
            "cue.letgo",
            "cue.rest",
            "state.paused",
            "state.nosignal",
            "state.done");

    private static final List<String> CHARACTER_LINES =
            List.of("hint.plug", "hint.place", "hint.breathe", "hint.weak", "safety.stop", "pause.help", "result.ask");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noForbiddenWord(String language) {
        Words words = Words.in(Locale.forLanguageTag(language));
        Pattern forbidden = FORBIDDEN.get(language);
        for (String key : words.keys()) {
            if (!OF_THE_SIGNAL.contains(key)) {
                assertThat(words.text(key)).as(key).doesNotContainPattern(forbidden);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noExclamationMarkInPraise(String language) {
        Words words = Words.in(Locale.forLanguageTag(language));
        for (String key : words.keys()) {
            if (!key.equals("safety.stop")) {
                assertThat(words.text(key)).as(key).doesNotContain("!");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void shortFormsFitCharacterDisplays(String language) {
        Words words = Words.in(Locale.forLanguageTag(language));
        for (String key : CUES) {
            assertThat(words.text(key)).as(key).hasSizeLessThanOrEqualTo(9).matches("[\\x20-\\x7D&&[^\\\\]]+");
            assertThat(words.small(key)).as(key).matches("[\\x20-\\x7D&&[^\\\\]]+");
        }
        for (String key : CHARACTER_LINES) {
            assertThat(words.text(key)).as(key).hasSizeLessThanOrEqualTo(16).matches("[\\x20-\\x7D&&[^\\\\]]+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void keysOfLinesModeFitTheirColumn(String language) {
        Words words = Words.in(Locale.forLanguageTag(language));
        words.keys().stream()
                .filter(key -> key.matches("line\\.[a-z]+"))
                .forEach(key -> assertThat(words.text(key)).as(key).hasSizeLessThanOrEqualTo(9));
    }

    @Test
    void germanHasEveryTextOfEnglishWithTheSameGaps() {
        Words english = Words.english();
        Words german = Words.in(Locale.GERMAN);
        for (String key : english.keys()) {
            assertThat(gaps(german.text(key))).as(key).isEqualTo(gaps(english.text(key)));
            if (!key.endsWith(".small")) {
                assertThat(germanFile()).as(key).contains("\n" + key + "=");
            }
        }
    }

    private static String germanFile() {
        try (var file = WordsTest.class.getResourceAsStream("words_de.properties")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> gaps(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(gap -> gap.group())
                .sorted()
                .toList();
    }

    @Test
    void aMessageFillsItsGaps() {
        assertThat(Words.in(Locale.GERMANY).text(new Message("sum.group", List.of("2", "3"))))
                .isEqualTo("Runde 2 von 3 heute");
        assertThat(Words.english().text(Message.NONE)).isEmpty();
    }

    @Test
    void anotherLanguageIsEnglishAndAnUnknownKeyShowsItself() {
        assertThat(Words.in(Locale.JAPANESE).text("cue.hold")).isEqualTo("Hold");
        assertThat(Words.english().text("no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void secondsHaveAtMostOneDecimalAndAPoint() {
        assertThat(Words.seconds(5)).isEqualTo("5");
        assertThat(Words.seconds(0.94)).isEqualTo("0.9");
    }

    @Test
    void severalVerdictsAreNamedInTheLanguageOfTheRest() {
        var message = new Message("setup.channels", List.of("told.lift", "told.push"));
        assertThat(Words.english().text(message)).isEqualTo("the channels say: lift, push");
        assertThat(Words.in(Locale.GERMAN).text(message)).isEqualTo("die Kanäle sagen: Heben, Pressen");
    }
}
