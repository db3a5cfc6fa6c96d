package org.pelvi4j.display.terminal;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;

/** The border: what is practised in its top line, the keys that work in its bottom line. Immutable. */
record FramePart(TerminalLook look) {
    void draw(Screen screen, Picture picture) {
        Layout layout = screen.layout();
        Glyphs glyphs = screen.glyphs();
        int right = layout.left() + layout.width() - 1;
        for (int row = layout.top(); row <= layout.bottom(); row++) {
            screen.put(row, layout.left(), glyphs.vertical(), Style.PLAIN);
            screen.put(row, right, glyphs.vertical(), Style.PLAIN);
        }
        for (int row : new int[] {layout.top(), layout.bottom()}) {
            boolean top = row == layout.top();
            screen.repeat(row, layout.left(), glyphs.horizontal(), layout.width(), Style.PLAIN);
            screen.put(row, layout.left(), glyphs.corner(top, true), Style.PLAIN);
            screen.put(row, right, glyphs.corner(top, false), Style.PLAIN);
        }
        top(screen, picture);
        SetupPage page = picture.page();
        bottom(screen, page == null ? keys(screen.words(), picture) : keys(screen.words(), page));
    }

    private static void top(Screen screen, Picture picture) {
        Words words = screen.words();
        Plan plan = picture.progress().plan();
        int row = screen.layout().top();
        int left = screen.layout().left() + 2;
        int end = screen.layout().left() + screen.layout().width() - 3;
        SetupPage page = picture.page();
        String group = page != null
                ? " " + words.text("setup.step", page.step(), page.steps(), words.text(page.name())) + " "
                : plan.group() > 0 ? " " + words.text("group.of", plan.group(), plan.groups()) + " " : "";
        String rep = picture.progress().rep() > 0 && picture.state() != State.DONE
                ? " " + words.text("rep.of", picture.progress().rep(), plan.reps()) + " "
                : "";
        String title = page != null
                ? words.text("setup.title")
                : picture.state() == State.WATCH ? words.text("watch.title") : plan.title();
        int room = end - left - 1 - group.length() - rep.length() - 4;
        String cut = title.length() > room ? title.substring(0, room) : title;
        int behind = cut.isEmpty() ? left : screen.text(row, left, " " + cut + " ", Style.PLAIN);
        int before = end - group.length() + 1;
        screen.text(row, before, group, Style.PLAIN);
        screen.text(row, behind + (before - behind - rep.length()) / 2, rep, Style.PLAIN);
    }

    private static void bottom(Screen screen, List<String> keys) {
        int column = screen.layout().left() + 2;
        int end = screen.layout().left() + screen.layout().width() - 2;
        for (String key : keys) {
            if (column + key.length() + 2 > end) {
                return; // a key less, but no broken frame
            }
            column = screen.text(screen.layout().bottom(), column, " " + key + " ", Style.PLAIN) + 2;
        }
    }

    private static List<String> keys(Words words, SetupPage page) {
        return page.keys().stream().map(key -> words.text(key)).toList();
    }

    private List<String> keys(Words words, Picture picture) {
        State state = picture.state();
        boolean asked = state == State.RESULT && picture.message().equals(Message.ASKED);
        boolean over = state == State.DONE || state == State.IDLE;
        var keys = new ArrayList<String>();
        for (TerminalKey key : TerminalKey.values()) {
            boolean useless = (over && key != TerminalKey.STOP)
                    || (state == State.WATCH && (key == TerminalKey.PAUSE || key == TerminalKey.SOUND));
            if (look.keys().contains(key) && !useless) {
                keys.add(words.text(
                        switch (key) {
                            case PAUSE -> asked ? "key.answer" : state == State.PAUSED ? "key.go" : "key.pause";
                            case STOP -> over ? "key.close" : "key.stop";
                            case SOUND -> "key.sound";
                            case VIEW -> "key.view";
                            case HELP -> "key.help";
                        }));
            }
        }
        return keys;
    }
}
