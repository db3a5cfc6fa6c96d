package org.pelvi4j.display;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.hd44780.FakeLcd;
import org.pelvi4j.display.hd44780.Hd44780;
import org.pelvi4j.display.ssd1306.FakePanel;
import org.pelvi4j.display.ssd1306.Ssd1306;
import org.pelvi4j.feedback.Picture;

/** What a display shows, as the dots its controller lights. */
record Drawn(int width, int height, Png.Dots dots) {
    boolean get(int x, int y) {
        return dots.get(x, y);
    }

    static Drawn oled(int height, Picture picture, Words words) throws BusException {
        var panel = new FakePanel();
        Ssd1306.on(panel, height, words).show(picture, picture.atNanos());
        return new Drawn(128, height, panel.dots(height));
    }

    static Drawn lcd(String size, Picture picture, Words words) throws BusException {
        int columns = size.equals("16x2") ? 16 : 20;
        int rows = size.equals("16x2") ? 2 : 4;
        var lcd = new FakeLcd(columns, rows);
        Hd44780.on(lcd, new FakePorts(), size, words).show(picture, picture.atNanos());
        return new Drawn(columns * 6 + 1, rows * 9 + 1, lcd.dots());
    }
}
