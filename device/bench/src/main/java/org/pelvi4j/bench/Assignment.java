package org.pelvi4j.bench;

import java.util.Arrays;

/** The cheapest one-to-one assignment of rows to columns (Hungarian method with potentials). */
final class Assignment {
    private final double[][] costs;
    private final double[] u;
    private final double[] v;
    private final int[] rowOf;

    private Assignment(double[][] costs) {
        this.costs = costs;
        int n = costs.length;
        u = new double[n + 1];
        v = new double[n + 1];
        rowOf = new int[n + 1];
    }

    /** Column of each row, for a square table of costs. */
    static int[] cheapest(double[][] costs) {
        Assignment assignment = new Assignment(costs);
        for (int row = 1; row <= costs.length; row++) {
            assignment.add(row);
        }
        int[] columnOf = new int[costs.length];
        for (int column = 1; column <= costs.length; column++) {
            columnOf[assignment.rowOf[column] - 1] = column - 1;
        }
        return columnOf;
    }

    private void add(int row) {
        int n = costs.length;
        double[] least = new double[n + 1];
        int[] way = new int[n + 1];
        boolean[] used = new boolean[n + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        do {
            used[column] = true;
            column = extend(column, least, way, used);
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[way[column]];
            column = way[column];
        }
    }

    private int extend(int column, double[] least, int[] way, boolean[] used) {
        int n = costs.length;
        double delta = Double.POSITIVE_INFINITY;
        int next = 0;
        for (int j = 1; j <= n; j++) {
            if (!used[j]) {
                double cost = costs[rowOf[column] - 1][j - 1] - u[rowOf[column]] - v[j];
                if (cost < least[j]) {
                    least[j] = cost;
                    way[j] = column;
                }
                if (least[j] < delta) {
                    delta = least[j];
                    next = j;
                }
            }
        }
        for (int j = 0; j <= n; j++) {
            if (used[j]) {
                u[rowOf[j]] += delta;
                v[j] -= delta;
            } else {
                least[j] -= delta;
            }
        }
        return next;
    }
}
