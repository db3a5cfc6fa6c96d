package org.pelvi4j.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.pelvi4j.sim.plot.Ink;
import org.pelvi4j.sim.plot.Sheet;

/** A sheet that becomes a PNG file; it needs no screen. Confined to one thread. */
final class PngSheet implements Sheet {
    static {
        System.setProperty("java.awt.headless", "true");
    }

    private final BufferedImage image;
    private final Graphics2D graphics;

    PngSheet(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static Path2D path(double[] xy) {
        var path = new Path2D.Double();
        for (int i = 0; i + 1 < xy.length; i += 2) {
            if (i == 0) {
                path.moveTo(xy[i], xy[i + 1]);
            } else {
                path.lineTo(xy[i], xy[i + 1]);
            }
        }
        return path;
    }

    private void dip(Ink ink) {
        graphics.setColor(new Color(ink.rgb()));
    }

    @Override
    public void fill(Box box, Ink ink) {
        dip(ink);
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public void area(double[] xy, Ink ink) {
        dip(ink);
        Path2D path = path(xy);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void line(double[] xy, Ink ink, double width) {
        dip(ink);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path(xy));
    }

    @Override
    public void text(String text, double x, double y, Style style) {
        dip(style.ink());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, style.size().pixels()));
        double width = graphics.getFontMetrics().stringWidth(text);
        double left = switch (style.anchor()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(text, (float) left, (float) y);
    }

    /** Writes the file. */
    void write(Path file) throws IOException {
        graphics.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException(file + ": this Java writes no PNG; take a name that ends in .svg");
        }
    }
}
