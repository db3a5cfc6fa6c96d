package org.pelvi4j.display.ssd1306;

import java.util.List;
import java.util.Locale;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Shapes;
import org.pelvi4j.display.draw.Wrapped;
import org.pelvi4j.feedback.Picture;

/** How a panel of one size shows a picture. */
interface Panel {
    /** The stroke of the largest shapes, and of the cross in every size. Source: SCREENS 8. */
    int BOLD = 4;

    /** Its height in pixels; 128 wide. */
    int height();

    /** The bytes that wake its controller; the first sheet follows at once. Source: DOMAIN 3.17. */
    byte[] wake();

    /** Draws what may still be seen of a picture on a dark sheet. */
    void draw(Bits bits, Picture seen, Words words);

    /** The word in capitals; the short form where the text is longer than there is room. */
    static String word(Picture picture, Words words, int room) {
        String key = Shape.key(picture);
        String text = key.isEmpty() ? "" : words.text(key);
        String fitting = text.length() > room ? words.small(key) : text;
        String capitals = fitting.toUpperCase(Locale.ROOT);
        return capitals.length() > room ? capitals.substring(0, room) : capitals;
    }

    /** A shape in its box; squares, bars and crosses are inset, so that all look equally large. */
    static void shape(Bits bits, int left, int top, int side, Picture picture) {
        Shape shape = Shape.of(picture.word());
        int stroke = shape == Shape.CROSS ? BOLD : side / 7;
        int in = shape == Shape.BARS ? side / 7 : shape == Shape.SQUARE ? 2 : 0;
        int down = shape == Shape.BARS || shape == Shape.SQUARE ? 2 : 0;
        var box = new Shapes.Box(side - 2 * in, side - 2 * down);
        bits.draw(Shapes.draw(shape, picture.solid(), box, stroke), left + in, top + down);
    }

    /** The two halves of a result, each a line. */
    static List<String> halves(String text) {
        int cut = text.indexOf(", ");
        return cut < 0 ? Wrapped.lines(text, 21) : List.of(text.substring(0, cut + 1), text.substring(cut + 2));
    }

    /** Minutes of a plan, for its announcement. */
    static String minutes(Picture picture, Words words) {
        var plan = picture.progress().plan();
        double minutes = plan.reps() * (plan.workSeconds() + plan.restSeconds()) / 60;
        return words.text("plan.minutes", Math.max(1, Math.round(minutes)));
    }
}
