package org.pelvi4j.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.pelvi4j.sensor.Signal;

/** Draws a case: the level (decibels for EMG), the labels as a band above, what was found as a band below. */
final class Plot {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 420;
    private static final int BAND = 26;
    private static final Color LABEL = new Color(0x1b7837);
    private static final Color IGNORED = new Color(0x999999);
    private static final Color FOUND = new Color(0xc2410c);

    private Plot() {}

    static void draw(LabelledCase labelled, List<Found> found, Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        double perSecond = WIDTH / labelled.seconds();
        for (Truth truth : labelled.truths()) {
            band(g, truth.ignored() ? IGNORED : LABEL, BAND, perSecond, truth.onset(), truth.offset());
        }
        for (Found one : found) {
            band(g, FOUND, HEIGHT - 2 * BAND, perSecond, one.onset(), one.offset());
        }
        g.setColor(Color.BLACK);
        curve(g, Listener.levels(labelled, WIDTH));
        g.drawString(
                String.format(
                        Locale.ROOT,
                        "%s  %s  %.0f Hz  snr %.1f dB  %.0f s   above: labels, grey ignored; below: found",
                        labelled.id(),
                        labelled.tag(),
                        labelled.rateHz(),
                        labelled.snr(),
                        labelled.seconds()),
                8,
                16);
        for (int second = 0; second < labelled.seconds(); second += 10) {
            g.drawString(second + " s", (int) (second * perSecond), HEIGHT - 6);
        }
        g.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void band(Graphics2D g, Color color, int y, double perSecond, double from, double to) {
        g.setColor(color);
        g.fillRect((int) (from * perSecond), y, (int) Math.max(1, (to - from) * perSecond), BAND);
    }

    private static void curve(Graphics2D g, double[] levels) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double level : levels) {
            if (Double.isFinite(level)) {
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
        }
        int lastX = -1;
        int last = -1;
        int room = HEIGHT - 5 * BAND;
        for (int x = 0; x < levels.length; x++) {
            if (Double.isFinite(levels[x]) && high > low) {
                int y = (int) (2.3 * BAND + room * (high - levels[x]) / (high - low));
                g.drawLine(lastX < 0 ? x : lastX, last < 0 ? y : last, x, y);
                lastX = x;
                last = y;
            }
        }
    }

    /** The unit of the vertical axis. */
    static double level(Signal signal, double envelope) {
        return signal == Signal.EMG ? 20 * Math.log10(Math.max(envelope, 1e-3)) : envelope;
    }
}
