package org.pelvi4j.display;

import java.util.Arrays;
import java.util.List;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.SetupPage.Cells;
import org.pelvi4j.feedback.SetupPage.Fact;
import org.pelvi4j.feedback.SetupPage.Now;
import org.pelvi4j.feedback.SetupPage.Ruler;
import org.pelvi4j.feedback.SetupPage.Strip;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.feedback.Word;

/** The four pages of the set-up that SCREENS 11 draws. */
public final class SetupPages {
    private static final List<String> KEYS =
            List.of("setup.key.accept", "setup.key.again", "setup.key.fourth", "setup.key.back", "setup.key.leave");

    private SetupPages() {}

    private static Message say(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }

    private static Fact fact(String label, Message text, Verdict verdict) {
        return new Fact(say(label), text, verdict);
    }

    public static SetupPage sensor() {
        return new SetupPage(
                1,
                10,
                say("setup.name.sensor"),
                List.of(
                        fact("setup.port", say("setup.port.text", "/dev/ttyUSB0", "Cyton", "1"), Verdict.OK),
                        fact("setup.rate", say("setup.rate.text", "250.0", "250", "20"), Verdict.OK),
                        fact("setup.noise", say("setup.noise.text", "1.9 uV", "3.0"), Verdict.OK),
                        new Fact(say("setup.mains", "50"), say("setup.mains.text", "6", "20"), Verdict.OK),
                        new Fact(
                                say("setup.contact"),
                                say("setup.contact.high", "2"),
                                Verdict.LOOK,
                                say("setup.contact.remedy", "2"))),
                KEYS);
    }

    public static SetupPage rest() {
        List<Double> levels = Arrays.stream("▄▄▅▄▄▆▄▄▅▄▄▄▆▅▄▄▅▄▄▄▄▄▄▅▄▄▄▅▄▆▄▄▄▅▄▄▄".split(""))
                .map(block -> " ▁▂▃▄▅▆▇█".indexOf(block) / 2.0)
                .toList();
        return new SetupPage(
                5,
                10,
                say("setup.name.rest", "60"),
                List.of(
                        new Now(say("setup.breathe"), 38),
                        new Strip(levels, 4, "uV", say("setup.kept", "20"), 5, 31),
                        new Fact(
                                Message.NONE,
                                say("setup.rest.text", "2.1 uV", "0.3", "0.4", "0.1", "20"),
                                Verdict.NONE)),
                KEYS);
    }

    private static Cells attempt(String number, String... values) {
        return new Cells(
                say("setup.try", number),
                Arrays.stream(values).map(SetupPages::say).toList());
    }

    public static SetupPage strongest() {
        return new SetupPage(
                8,
                10,
                say("setup.name.strongest", "3"),
                List.of(
                        new Cells(
                                Message.NONE,
                                List.of(
                                        say("setup.peak"),
                                        say("setup.best", "3"),
                                        say("setup.rise"),
                                        say("setup.release"))),
                        attempt("1", "31 uV", "26 uV", "0.5 s", "0.9 s"),
                        attempt("2", "34 uV", "29 uV", "0.4 s", "1.4 s"),
                        attempt("3", "33 uV", "28 uV", "0.4 s", "1.0 s"),
                        fact("setup.used", say("setup.used.text", "28.5 uV"), Verdict.NONE),
                        new Fact(Message.NONE, say("setup.differ", "10", "20"), Verdict.OK),
                        new Fact(Message.NONE, say("setup.above", "26.4 uV", "88", "4"), Verdict.OK),
                        new Fact(Message.NONE, say("setup.onechannel", "lift"), Verdict.NONE)),
                KEYS);
    }

    public static SetupPage review() {
        return new SetupPage(
                10,
                10,
                say("setup.name.review"),
                List.of(
                        new Ruler(12, 20, 40, 12, "28.5 uV"),
                        new Fact(Message.NONE, say("setup.review", "5", "10", "2.1 uV", "14"), Verdict.NONE),
                        new Fact(Message.NONE, say("setup.lock", "______"), Verdict.NONE)),
                KEYS);
    }

    public static List<SetupPage> all() {
        return List.of(sensor(), rest(), strongest(), review());
    }

    /** What the person and the physiotherapist see together. */
    public static Picture picture(Word word, int secondsLeft, SetupPage page) {
        return Picture.settingUp(0, word, secondsLeft, page);
    }
}
