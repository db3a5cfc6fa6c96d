package org.pelvi4j.app.clinic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;
import org.pelvi4j.signal.SignalSink;

/** The course of one channel since a step began: its level second by second, its greatest, its quality. Confined to one thread. */
public final class Course implements SignalSink {
    /** A longer step keeps its newest part. */
    private static final int MOST_SECONDS = 600;

    private final int perSecond;
    private final List<Double> seconds = new ArrayList<>();
    /** A count each, in a cell that is filled again and again. */
    private final Map<Quality, long[]> qualities = new EnumMap<>(Quality.class);

    private double sum;
    private int valid;
    private int seen;
    private int total;
    private double peak = Double.NaN;

    private Course(double rateHz) {
        perSecond = (int) Math.max(1, Math.round(rateHz));
        for (Quality each : Quality.values()) {
            qualities.put(each, new long[1]);
        }
    }

    /**
     * Makes a course.
     *
     * @param rateHz samples per second
     * @return the course, in which nothing has happened
     */
    public static Course at(double rateHz) {
        return new Course(rateHz);
    }

    /** A step begins: what was is forgotten. */
    public void begin() {
        seconds.clear();
        qualities.values().forEach(count -> count[0] = 0);
        sum = 0;
        valid = 0;
        seen = 0;
        total = 0;
        peak = Double.NaN;
    }

    @Override
    public void signal(Conditioned now) {
        total++;
        count(now.quality())[0]++;
        if (now.quality().valid()) {
            sum += now.envelope();
            valid++;
            peak = now.envelope() <= peak ? peak : now.envelope();
        }
        seen++;
        if (seen == perSecond) {
            if (seconds.size() == MOST_SECONDS) {
                seconds.remove(0);
            }
            seconds.add(valid == 0 ? Double.NaN : sum / valid);
            sum = 0;
            valid = 0;
            seen = 0;
        }
    }

    private long[] count(Quality of) {
        return Objects.requireNonNull(qualities.get(of));
    }

    /**
     * The mean level of each second.
     *
     * @return a copy; NaN where nothing was valid
     */
    public List<Double> seconds() {
        return List.copyOf(seconds);
    }

    /**
     * The greatest level.
     *
     * @return microvolt or pascal; NaN when there was none
     */
    public double peak() {
        return peak;
    }

    /**
     * How much of the time the signal was of a quality.
     *
     * @param quality which
     * @return a share; 0 before anything came
     */
    public double share(Quality quality) {
        return total == 0 ? 0 : count(quality)[0] / (double) total;
    }

    /**
     * How far the level moved from the beginning to the end of the last seconds.
     *
     * @param span how many seconds
     * @return the difference of the means of the last and the first quarter of them; NaN when there were fewer
     */
    public double drift(int span) {
        if (seconds.size() < span) {
            return Double.NaN;
        }
        List<Double> last = seconds.subList(seconds.size() - span, seconds.size());
        int quarter = Math.max(1, span / 4);
        return median(last.subList(span - quarter, span)) - median(last.subList(0, quarter));
    }

    /**
     * The middle level.
     *
     * @return the median of the seconds; NaN when there was none
     */
    public double median() {
        return median(seconds);
    }

    private static double median(List<Double> of) {
        double[] sorted = of.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
