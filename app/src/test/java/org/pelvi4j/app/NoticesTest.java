package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What goes wrong beside the exercise is read as one plain line, and never across a live screen. */
class NoticesTest {
    private final StringWriter err = new StringWriter();
    private final PrintWriter writer = new PrintWriter(err);
    private final Notices notices = new Notices(() -> writer);

    @Test
    void aLineIsSaidAtOnceAndIsAllThatIsSaid() {
        notices.say("hd44780:1/0x27: gone");
        assertThat(err).hasToString("pelvi4j: hd44780:1/0x27: gone\n");
    }

    @Test
    void whileALiveScreenIsThereItWaitsAndIsSaidOnce() {
        notices.hold();
        notices.say("no such bus");
        notices.say("the disk is full");
        notices.say("no such bus");
        assertThat(err).hasToString("");
        notices.release();
        assertThat(err).hasToString("pelvi4j: no such bus\npelvi4j: the disk is full\n");
        notices.say("no such bus");
        assertThat(err.toString().lines()).hasSize(3);
    }

    @Test
    void aWireThatComesAndGoesForHoursFillsNoMemory() {
        notices.hold();
        for (int i = 0; i < 1000; i++) {
            notices.say("line " + i);
        }
        notices.release();
        assertThat(err.toString().lines()).hasSize(50);
    }
}
