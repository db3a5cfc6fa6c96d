package org.pelvi4j.display.hd44780;

import java.util.Locale;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** How a character display of one size shows a picture. */
interface Face {
    /** A dark sheet of its size. */
    Sheet sheet();

    /** Where its rows begin in the controller's memory. Source: DOMAIN 3.17. */
    int address(int row);

    /** Draws what may still be seen of a picture on a dark sheet. */
    void draw(Sheet sheet, Picture seen, Words words);

    /** The word, cut to nine letters. Source: SCREENS 4. */
    static String word(Picture seen, Words words) {
        String key = Shape.key(seen);
        String text = key.isEmpty() ? "" : words.text(key);
        return text.length() > 9 ? text.substring(0, 9) : text;
    }

    /** Dashes for no signal, minutes between sets, nothing where no seconds are left. */
    static String seconds(Picture seen) {
        int left = seen.secondsLeft();
        if (seen.word() == Word.NO_SIGNAL) {
            return "--";
        }
        if (left < 0) {
            return "";
        }
        return seen.state() == State.SET_REST || left > 99
                ? String.format(Locale.ROOT, "%d:%02d", left / 60 % 10, left % 60)
                : Integer.toString(left);
    }
}
