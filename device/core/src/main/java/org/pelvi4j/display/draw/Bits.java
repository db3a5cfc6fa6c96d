package org.pelvi4j.display.draw;

import java.util.Arrays;

/** A picture of one bit a pixel; drawing outside it is cut off. Confined to one thread. */
public final class Bits {
    private final int width;
    private final int height;
    private final boolean[] lit;

    /**
     * Creates a dark picture.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public Bits(int width, int height) {
        this.width = width;
        this.height = height;
        this.lit = new boolean[width * height];
    }

    /**
     * Tells the width.
     *
     * @return pixels
     */
    public int width() {
        return width;
    }

    /**
     * Tells the height.
     *
     * @return pixels
     */
    public int height() {
        return height;
    }

    /**
     * Reads a pixel.
     *
     * @param x from the left, from 0
     * @param y from the top, from 0
     * @return whether it is lit; false outside
     */
    public boolean get(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < height && lit[y * width + x];
    }

    /**
     * Lights a pixel.
     *
     * @param x from the left
     * @param y from the top
     */
    public void set(int x, int y) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            lit[y * width + x] = true;
        }
    }

    /** Darkens all. */
    public void clear() {
        Arrays.fill(lit, false);
    }

    /**
     * Fills a rectangle, its corners included.
     *
     * @param left first column
     * @param top first row
     * @param right last column
     * @param bottom last row
     */
    public void fill(int left, int top, int right, int bottom) {
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                set(x, y);
            }
        }
    }

    /**
     * Darkens a rectangle, its corners included.
     *
     * @param left first column
     * @param top first row
     * @param right last column
     * @param bottom last row
     */
    public void erase(int left, int top, int right, int bottom) {
        for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
            for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
                lit[y * width + x] = false;
            }
        }
    }

    /**
     * Puts another picture's lit pixels into this one.
     *
     * @param from the other
     * @param left its place
     * @param top its place
     */
    public void draw(Bits from, int left, int top) {
        for (int y = 0; y < from.height; y++) {
            for (int x = 0; x < from.width; x++) {
                if (from.get(x, y)) {
                    set(left + x, top + y);
                }
            }
        }
    }
}
