package org.pelvi4j.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.draw.Light;
import org.pelvi4j.display.terminal.FakeTerminal;
import org.pelvi4j.display.terminal.TerminalDisplay;
import org.pelvi4j.display.terminal.TerminalKey;
import org.pelvi4j.display.terminal.TerminalLook;
import org.pelvi4j.feedback.Picture;

/**
 * Draws every screen on every display into one PNG per display and language, to be looked at beside the pictures of
 * SCREENS: {@code mvn -pl device/core test -Dtest=GalleryTest -Dpelvi4j.tier=ci}, then
 * {@code device/core/target/displays/all-*.png}.
 */
@Tag("ci")
class GalleryTest {
    private static final Path FOLDER = Path.of("target", "displays");
    private static final int DOT = 3;
    private static final int CAPTION = 14;
    private static final int HIGHEST = 1500;
    private static final Color PAPER = new Color(0x3C4046);

    private record Shot(String caption, BufferedImage image) {}

    private interface Drawing {
        BufferedImage of(Picture picture) throws Exception;
    }

    private static void sheet(String name, int across, Drawing drawing) throws Exception {
        var shots = new ArrayList<Shot>();
        for (Pictures picture : Pictures.all()) {
            Picture made = picture.picture();
            String caption = made.state() + (made.byFeel() ? " by feel" : "") + " "
                    + made.word().toString().toLowerCase(Locale.ROOT);
            shots.add(new Shot(caption, drawing.of(made)));
        }
        int height = shots.get(0).image().getHeight() + CAPTION + 8;
        int perSheet = across * Math.max(1, HIGHEST / height);
        for (int from = 0, sheet = 1; from < shots.size(); from += perSheet, sheet++) {
            String file = shots.size() <= perSheet ? name : name + "-" + sheet;
            write(file, across, shots.subList(from, Math.min(shots.size(), from + perSheet)));
            assertThat(FOLDER.resolve(file + ".png")).isNotEmptyFile();
        }
    }

    private static void write(String name, int across, List<Shot> shots) throws IOException {
        int width = shots.stream().mapToInt(s -> s.image().getWidth()).max().orElse(1) + 8;
        int height = shots.stream().mapToInt(s -> s.image().getHeight()).max().orElse(1) + CAPTION + 8;
        int rows = (shots.size() + across - 1) / across;
        var all = new BufferedImage(width * across, height * rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = all.createGraphics();
        pen.setColor(PAPER);
        pen.fillRect(0, 0, all.getWidth(), all.getHeight());
        pen.setColor(Color.WHITE);
        for (int i = 0; i < shots.size(); i++) {
            int left = i % across * width + 4;
            int top = i / across * height + 4;
            caption(pen, shots.get(i).caption(), left, top);
            pen.drawImage(shots.get(i).image(), left, top + CAPTION, null);
        }
        pen.dispose();
        Files.createDirectories(FOLDER);
        ImageIO.write(all, "png", FOLDER.resolve(name + ".png").toFile());
    }

    /** In the panel's own font, which needs none of the machine. */
    private static void caption(Graphics2D pen, String text, int left, int top) {
        var bits = new Bits(text.length() * 6 + 2, 10);
        org.pelvi4j.display.draw.Font.write(bits, 0, 0, text.replace('_', ' '));
        for (int y = 0; y < bits.height(); y++) {
            for (int x = 0; x < bits.width(); x++) {
                if (bits.get(x, y)) {
                    pen.fillRect(left + x, top + y, 1, 1);
                }
            }
        }
    }

    private static BufferedImage dots(Drawn bits, int paper, int lit) {
        var image = new BufferedImage(bits.width() * DOT + 6, bits.height() * DOT + 6, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(paper));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(new Color(lit));
        for (int y = 0; y < bits.height(); y++) {
            for (int x = 0; x < bits.width(); x++) {
                if (bits.get(x, y)) {
                    pen.fillRect(3 + x * DOT, 3 + y * DOT, DOT - 1, DOT - 1);
                }
            }
        }
        pen.dispose();
        return image;
    }

    @Test
    void oledPanels() throws Exception {
        for (String language : Words.LANGUAGES) {
            Words words = Words.in(Locale.forLanguageTag(language));
            sheet("all-oled-128x64-" + language, 3, p -> dots(Drawn.oled(64, p, words), 0, 0xC8EBFF));
            sheet("all-oled-128x32-" + language, 3, p -> dots(Drawn.oled(32, p, words), 0, 0xC8EBFF));
        }
    }

    @Test
    void characterDisplays() throws Exception {
        for (String language : Words.LANGUAGES) {
            Words words = Words.in(Locale.forLanguageTag(language));
            sheet("all-lcd-16x2-" + language, 3, p -> dots(Drawn.lcd("16x2", p, words), 0x193278, 0xEBF5FF));
            sheet("all-lcd-20x4-" + language, 3, p -> dots(Drawn.lcd("20x4", p, words), 0x193278, 0xEBF5FF));
        }
    }

    /** Four seconds from top to bottom, ten rows a second: LEDs have only time to say more than their number. */
    @Test
    void ledsOverTime() throws Exception {
        for (int count : new int[] {5, 8, 10, 16}) {
            sheet("all-leds-" + count, 6, picture -> leds(count, picture));
        }
    }

    private static BufferedImage leds(int count, Picture picture) {
        var leds = new Leds(count);
        var image = new BufferedImage(count * 12, 40 * 6, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int step = 0; step < 40; step++) {
            Light[] lights = leds.draw(picture.seenAt(picture.atNanos()), step * 100_000_000L);
            for (int led = 0; led < count; led++) {
                pen.setColor(
                        switch (lights[led]) {
                            case OFF -> new Color(0x202020);
                            case LEVEL -> Color.WHITE;
                            case WORK -> new Color(0xFFC35A);
                            case HOME -> new Color(0x5CC8FF);
                            case FAULT -> new Color(0xFF5040);
                        });
                pen.fillOval(led * 12 + 1, step * 6, 10, 5);
            }
        }
        pen.dispose();
        return image;
    }

    @Test
    void terminals() throws Exception {
        try {
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics(new Font(Font.MONOSPACED, Font.PLAIN, 12))
                    .charWidth('x');
        } catch (RuntimeException | LinkageError noFonts) {
            abort("no fonts: " + noFonts);
        }
        for (String language : Words.LANGUAGES) {
            terminal(80, 24, language, TerminalLook.Colours.MANY);
            terminal(120, 40, language, TerminalLook.Colours.MANY);
        }
        terminal(80, 24, "en", TerminalLook.Colours.NONE);
    }

    private static void terminal(int columns, int rows, String language, TerminalLook.Colours colours)
            throws Exception {
        var look = new TerminalLook(colours, false, EnumSet.of(TerminalKey.PAUSE, TerminalKey.STOP));
        sheet("all-terminal-" + columns + "x" + rows + "-" + language + "-" + colours, 2, picture -> {
            var terminal = new FakeTerminal(columns, rows);
            TerminalDisplay.on(terminal, look, Words.in(Locale.forLanguageTag(language)))
                    .show(picture, picture.atNanos());
            return typed(terminal, columns, rows);
        });
    }

    private static BufferedImage typed(FakeTerminal terminal, int columns, int rows) {
        var image = new BufferedImage(columns * 7, rows * 14, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int row = 0; row < rows; row++) {
            String line = terminal.line(row);
            for (int column = 0; column < line.length(); column++) {
                String style = terminal.styleAt(row, column);
                pen.setColor(
                        style.contains("221")
                                ? new Color(0xFFD75F)
                                : style.contains("81")
                                        ? new Color(0x5FD7FF)
                                        : style.contains("210") ? new Color(0xFF8787) : new Color(0xD0D0D0));
                pen.setFont(new Font(Font.MONOSPACED, style.startsWith("1") ? Font.BOLD : Font.PLAIN, 12));
                pen.drawString(line.substring(column, column + 1), column * 7, row * 14 + 11);
            }
        }
        pen.dispose();
        return image;
    }
}
