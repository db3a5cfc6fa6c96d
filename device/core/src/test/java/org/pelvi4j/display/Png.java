package org.pelvi4j.display;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes what a display shows to target/displays, to be looked at beside the pictures of SCREENS. */
public final class Png {
    private static final int DOT = 4;

    private Png() {}

    /** Which dots are lit. */
    public interface Dots {
        boolean get(int x, int y);
    }

    public static void write(String name, int width, int height, Dots bits) throws IOException {
        var image = new BufferedImage(width * DOT, height * DOT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean gap = x % DOT == DOT - 1 || y % DOT == DOT - 1;
                boolean lit = bits.get(x / DOT, y / DOT);
                image.setRGB(x, y, lit && !gap ? 0xC8EBFF : lit || gap ? 0x101418 : 0x1A2026);
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "displays"));
        ImageIO.write(image, "png", new File(folder.toFile(), name.replace(' ', '-') + ".png"));
    }
}
