package org.pelvi4j.display;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.feedback.Mark;

/** Marks as the tests write them. */
final class Marks {
    private Marks() {}

    /** {@code *} done, {@code _} not, {@code .} to come, {@code -} not judged. */
    static List<Mark> of(String text) {
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < text.length(); i++) {
            marks.add(
                    switch (text.charAt(i)) {
                        case '*' -> Mark.DONE;
                        case '_' -> Mark.NOT_DONE;
                        case '-' -> Mark.NOT_JUDGED;
                        default -> Mark.TO_COME;
                    });
        }
        return marks;
    }
}
