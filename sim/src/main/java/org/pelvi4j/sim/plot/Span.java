package org.pelvi4j.sim.plot;

/**
 * A row of a figure: the time of the run from left to right, and values from its lower to its upper edge. Immutable.
 *
 * @param place where it is drawn
 * @param seconds how long the run is
 * @param low the value at the lower edge
 * @param high the value at the upper edge
 */
record Span(Sheet.Box place, double seconds, double low, double high) {
    Span {
        if (!(seconds > 0) || !(high > low)) {
            throw new IllegalArgumentException("span: expected a positive length and " + low + " below " + high);
        }
    }

    double x(double atSeconds) {
        double inside = Math.max(0, Math.min(seconds, atSeconds));
        return place.x() + inside / seconds * place.width();
    }

    double y(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return place.y() + place.height() * (high - inside) / (high - low);
    }

    double bottom() {
        return place.y() + place.height();
    }

    /** Between two times, over the whole height; at least so wide that it is seen. */
    Sheet.Box between(double fromSeconds, double untilSeconds) {
        double left = x(fromSeconds);
        return new Sheet.Box(left, place.y(), Math.max(1.5, x(untilSeconds) - left), place.height());
    }

    /** A step of 1, 2 or 5 times a power of ten that cuts a range into about so many parts. */
    static double step(double range, int parts) {
        double raw = range / parts;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double rest = raw / power;
        return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
    }
}
