package org.pelvi4j.sim.plot;

import java.util.ArrayList;
import java.util.List;

/** Points of a curve, cut where there was nothing. Confined to one thread. */
final class Pieces {
    private final List<List<double[]>> pieces = new ArrayList<>();
    private boolean open;

    void add(double x, double upper, double lower) {
        if (!open) {
            pieces.add(new ArrayList<>());
            open = true;
        }
        pieces.get(pieces.size() - 1).add(new double[] {x, upper, lower});
    }

    void cut() {
        open = false;
    }

    /** Lines through the upper edges. */
    List<double[]> lines() {
        var lines = new ArrayList<double[]>();
        for (List<double[]> piece : pieces) {
            double[] xy = new double[2 * piece.size()];
            for (int i = 0; i < piece.size(); i++) {
                xy[2 * i] = piece.get(i)[0];
                xy[2 * i + 1] = piece.get(i)[1];
            }
            lines.add(xy);
        }
        return lines;
    }

    /** Areas between upper and lower edges. */
    List<double[]> areas() {
        var areas = new ArrayList<double[]>();
        for (List<double[]> piece : pieces) {
            int n = piece.size();
            double[] xy = new double[4 * n];
            for (int i = 0; i < n; i++) {
                xy[2 * i] = piece.get(i)[0];
                xy[2 * i + 1] = piece.get(i)[1];
                xy[2 * (2 * n - 1 - i)] = piece.get(i)[0];
                xy[2 * (2 * n - 1 - i) + 1] = piece.get(i)[2];
            }
            areas.add(xy);
        }
        return areas;
    }
}
