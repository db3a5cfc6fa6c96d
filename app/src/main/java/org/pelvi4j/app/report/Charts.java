package org.pelvi4j.app.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.pelvi4j.app.store.Day;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.exercise.RepResult;

/** The charts of the report. Letting go and holding are drawn as equals. Immutable. */
final class Charts {
    private static final double HEIGHT = 150;
    /** More days than this are drawn as weeks. */
    private static final int MOST_DAYS = 100;
    /** So many dates fit below a chart, evenly apart. */
    private static final int MOST_DATES = 6;
    /** The running median is taken of so many practices: three days of three. */
    private static final int MEDIAN_OF = 9;

    private final List<Day> days;
    private final LocalDate from;
    private final int planned;
    private final double length;

    Charts(List<Day> days, int planned) {
        this.planned = planned;
        this.days = days;
        this.from = days.get(0).date();
        this.length = days.size();
    }

    boolean weekly() {
        return days.size() > MOST_DAYS;
    }

    String groups(String sentence) {
        int each = weekly() ? 7 : 1;
        int asked = planned * each;
        int most = asked;
        var counts = new ArrayList<Integer>();
        for (int first = 0; first < days.size(); first += each) {
            int count = days.subList(first, Math.min(days.size(), first + each)).stream()
                    .mapToInt(day -> day.groups().size())
                    .sum();
            counts.add(count);
            most = Math.max(most, count);
        }
        var svg = dated(0, most + 0.3 * each);
        for (int mark = 0; mark <= most; mark += each == 1 ? 1 : 7) {
            svg.level(mark, Integer.toString(mark), mark == asked);
        }
        for (int i = 0; i < counts.size(); i++) {
            double left = i * each;
            svg.bar(left + 0.12 * each, Math.min(length, left + 0.88 * each), 0, counts.get(i), Svg.QUIET, true);
        }
        return svg.done(sentence);
    }

    String release(String sentence) {
        List<Practice> known = practices(Charts::releaseKnown);
        double top = Math.max(
                2,
                known.stream()
                                .mapToDouble(p -> p.totals().releaseSeconds())
                                .max()
                                .orElse(2)
                        * 1.1);
        double step = top > 8 ? 5 : top > 4 ? 2 : top > 2 ? 1 : 0.5;
        var svg = dated(0, top);
        for (double mark = 0; mark <= top; mark += step) {
            svg.level(mark, Html.number(mark, step < 1 ? 1 : 0), false);
        }
        double[] line = new double[2 * known.size()];
        for (int i = 0; i < known.size(); i++) {
            svg.circle(at(known.get(i)), known.get(i).totals().releaseSeconds(), Svg.LET_GO, false);
            line[2 * i] = at(known.get(i));
            line[2 * i + 1] = median(known.subList(Math.max(0, i - MEDIAN_OF + 1), i + 1));
        }
        return svg.path(line, Svg.LET_GO).done(sentence);
    }

    private static boolean releaseKnown(Practice practice) {
        return practice.isPractice() && Double.isFinite(practice.totals().releaseSeconds());
    }

    private static double median(List<Practice> some) {
        double[] times = some.stream()
                .mapToDouble(p -> p.totals().releaseSeconds())
                .sorted()
                .toArray();
        int half = times.length / 2;
        return times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2;
    }

    String shares(String sentence) {
        var svg = dated(0, 105);
        for (int mark = 0; mark <= 100; mark += 25) {
            svg.level(mark, mark + " %", false);
        }
        var held = new ArrayList<Double>();
        var letGo = new ArrayList<Double>();
        for (int i = 0; i < days.size(); i++) {
            List<Practice> known = days.get(i).practices().stream()
                    .filter(p -> p.totals().judged() > 0 && p.totals().known())
                    .toList();
            double done = known.stream().mapToInt(p -> p.totals().judged()).sum();
            if (done > 0) {
                held.addAll(List.of(
                        i + 0.5,
                        100 * known.stream().mapToInt(p -> p.totals().held()).sum() / done));
                letGo.addAll(List.of(
                        i + 0.5,
                        100 * known.stream().mapToInt(p -> p.totals().letGo()).sum() / done));
            }
        }
        svg.path(held.stream().mapToDouble(d -> d).toArray(), Svg.HELD);
        svg.path(letGo.stream().mapToDouble(d -> d).toArray(), Svg.LET_GO);
        for (int i = 0; i < held.size() && days.size() <= MOST_DAYS; i += 2) {
            svg.square(held.get(i), held.get(i + 1), Svg.HELD);
            svg.circle(letGo.get(i), letGo.get(i + 1), Svg.LET_GO, true);
        }
        return svg.done(sentence);
    }

    /** Upwards what was held, downwards how long letting go took. */
    static String reps(List<RepResult> reps, String sentence) {
        double up = reps.stream()
                .mapToDouble(RepResult::workSeconds)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double down = Math.max(
                1,
                reps.stream()
                        .mapToDouble(RepResult::releaseSeconds)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1));
        var svg = new Svg(HEIGHT + 30, 0.4, reps.size() + 0.6, -down * 1.08, up * 1.08);
        svg.level(up, Html.number(up, 0), false).level(0, "0", true).level(-down, Html.number(down, 1), false);
        for (int i = 0; i < reps.size(); i++) {
            RepResult rep = reps.get(i);
            if (Double.isFinite(rep.workSeconds())) {
                svg.bar(i + 0.7, i + 1.3, 0, rep.workSeconds(), Svg.HELD, false);
            }
            if (Double.isFinite(rep.heldSeconds())) {
                svg.bar(i + 0.7, i + 1.3, 0, rep.heldSeconds(), Svg.HELD, true);
            }
            if (Double.isFinite(rep.releaseSeconds())) {
                svg.bar(i + 0.7, i + 1.3, 0, -rep.releaseSeconds(), Svg.LET_GO, true);
            }
            svg.below(i + 1.0, Integer.toString(rep.rep()));
        }
        return svg.done(sentence);
    }

    private List<Practice> practices(Predicate<Practice> which) {
        return days.stream()
                .flatMap(day -> day.practices().stream())
                .filter(which)
                .toList();
    }

    private Svg dated(double low, double high) {
        var svg = new Svg(HEIGHT, 0, length, low, high);
        int step = Math.max(1, (days.size() + MOST_DATES - 2) / (MOST_DATES - 1));
        for (int day = 0; day < days.size(); day += step) {
            String date = days.get(day).date().toString();
            if (day == 0 || day + step >= days.size()) {
                svg.below(day + 0.5, date);
            } else {
                svg.belowWhereThereIsRoom(day + 0.5, date);
            }
        }
        return svg;
    }

    private double at(Practice practice) {
        var local = practice.start().at().atZone(practice.start().zone());
        return ChronoUnit.DAYS.between(from, local.toLocalDate())
                + local.toLocalTime().toSecondOfDay() / 86_400.0;
    }
}
