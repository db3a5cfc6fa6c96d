package org.pelvi4j.display.ledbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.FakePorts;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;

/** The LED bar: {@code #} lit, {@code *} blinking, {@code .} dark; the first is the end of rest. */
class LedBarTest {
    private static final long MILLI = 1_000_000L;

    private final FakePorts ports = new FakePorts();
    private long nowNanos;

    private LedBar bar(int count) throws BusException {
        return LedBar.open(ports, IntStream.range(0, count).boxed().toList());
    }

    private String lit() {
        var text = new StringBuilder();
        ports.lines.values().forEach(high -> text.append(high ? '#' : '.'));
        return text.toString();
    }

    /** Shows a picture for a while, 20 times a second, and says of each LED whether it was lit, dark, or both. */
    private String watch(LedBar bar, Pictures picture, long millis) throws BusException {
        StringBuilder seen = null;
        for (long end = nowNanos + millis * MILLI; nowNanos - end < 0; nowNanos += 50 * MILLI) {
            String now = at(bar, picture);
            if (seen == null) {
                seen = new StringBuilder(now);
            }
            for (int i = 0; i < now.length(); i++) {
                if (seen.charAt(i) != now.charAt(i)) {
                    seen.setCharAt(i, '*');
                }
            }
        }
        return String.valueOf(seen);
    }

    private String at(LedBar bar, Pictures picture) throws BusException {
        Picture made = picture.at(nowNanos * 1e-9).picture();
        bar.show(made, nowNanos);
        return lit();
    }

    /** What is lit, sampled every 50 ms: runs of equal patterns with their length in milliseconds. */
    private String play(LedBar bar, Pictures picture, long millis) throws BusException {
        var text = new StringBuilder();
        String before = "";
        long sinceNanos = nowNanos;
        long endNanos = nowNanos + millis * MILLI;
        for (; nowNanos - endNanos < 0; nowNanos += 50 * MILLI) {
            String now = at(bar, picture);
            if (!now.equals(before) && !before.isEmpty()) {
                text.append(before)
                        .append(' ')
                        .append((nowNanos - sinceNanos) / MILLI)
                        .append(", ");
                sinceNanos = nowNanos;
            }
            before = now;
        }
        return text.append(before)
                .append(' ')
                .append((nowNanos - sinceNanos) / MILLI)
                .toString();
    }

    /** Source: the table of SCREENS 7, lo = 40, home = 10. */
    @ParameterizedTest(name = "squeeze, hold at {0}: {1}")
    @CsvSource({
        "0, .*...", "0, ...*....", "0, ...*......", "0, ......*.........",
        "39, #*...", "39, ###*....", "39, ###*......", "39, ######*.........",
        "40, ##...", "40, ####....", "40, ####......", "40, #######.........",
        "62, ###..", "62, #####...", "62, ######....", "62, ##########......"
    })
    void contractionsAsInTheTable(double level, String pattern) throws BusException {
        assertThat(watch(bar(pattern.length()), Pictures.squeeze(level), 1000)).isEqualTo(pattern);
    }

    @ParameterizedTest(name = "let go, rest at {0}: {1}")
    @CsvSource({
        "62, *##..", "62, *####...", "62, *#####....", "62, *#########......",
        "12, *#...", "12, *#......", "12, *#........", "12, *#..............",
        "9, #....", "9, #.......", "9, #.........", "9, #..............."
    })
    void releasesAsInTheTable(double level, String pattern) throws BusException {
        assertThat(watch(bar(pattern.length()), Pictures.letGo(level), 1000)).isEqualTo(pattern);
    }

    @ParameterizedTest(name = "{0} LEDs")
    @ValueSource(ints = {5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theEdgeNeverLies(int count) throws BusException {
        LedBar bar = bar(count);
        for (int low = 20; low <= 90; low += 5) {
            int goal = Math.max(2, (int) Math.ceil(low * count / 100.0 - 1e-9)) - 1;
            Goal work = new Goal(low, Double.NaN);
            assertThat(watch(bar, Pictures.squeeze(low - 1).goal(work), 1000).charAt(goal))
                    .isEqualTo('*');
            assertThat(watch(bar, Pictures.squeeze(low).goal(work), 1000).charAt(goal))
                    .isEqualTo('#');
        }
        assertThat(watch(bar, Pictures.letGo(10), 1000)).startsWith("#.").doesNotContain("*");
        assertThat(watch(bar, Pictures.letGo(11), 1000)).startsWith("*#");
    }

    @Test
    void aboveAnUpperEdgeItsOwnLedBlinks() throws BusException {
        assertThat(watch(bar(10), Pictures.hold(75).goal(new Goal(40, 60)), 1000))
                .isEqualTo("#####*##..");
    }

    @Test
    void theGoalBlinks400MillisecondsOnAnd400Off() throws BusException {
        assertThat(play(bar(8), Pictures.squeeze(0), 1600))
                .isEqualTo("...#.... 400, ........ 400, ...#.... 400, ........ 400");
    }

    @Test
    void theCountInHasOneLightFewerEachSecond() throws BusException {
        LedBar bar = bar(8);
        assertThat(play(bar, Pictures.ready().seconds(5), 1000)).isEqualTo(".....### 1000");
        assertThat(play(bar, Pictures.ready().seconds(3), 1000)).isEqualTo(".....### 800, ........ 200");
        assertThat(play(bar, Pictures.ready().seconds(2), 1000)).isEqualTo("......## 800, ........ 200");
        assertThat(play(bar, Pictures.ready().seconds(1), 1000)).isEqualTo(".......# 800, ........ 200");
    }

    @Test
    void inTheLastThreeSecondsOfRestTheComingGoalTicks() throws BusException {
        LedBar bar = bar(8);
        assertThat(play(bar, Pictures.rest(3).seconds(4), 1000)).isEqualTo("#....... 1000");
        assertThat(play(bar, Pictures.rest(3).seconds(3), 1000)).isEqualTo("#..#.... 150, #....... 850");
        assertThat(play(bar, Pictures.rest(3).seconds(2), 1000)).isEqualTo("#..#.... 150, #....... 850");
    }

    @Test
    void afterTheLastRepetitionNothingIsToComeAndNothingTicks() throws BusException {
        assertThat(play(bar(8), Pictures.rest(3).rep(12).seconds(3), 1000)).isEqualTo("#....... 1000");
    }

    @Test
    void byFeelTheGoalWinksEachSecondWhateverTheLevel() throws BusException {
        LedBar bar = bar(8);
        assertThat(play(bar, Pictures.byFeel().level(90).seconds(3), 1000)).isEqualTo("...#.... 100, ........ 900");
        assertThat(play(bar, Pictures.byFeel().level(10).seconds(2), 1000)).isEqualTo("...#.... 100, ........ 900");
        assertThat(play(bar, Pictures.restByFeel().level(90).seconds(6), 1000)).isEqualTo("#....... 100, ........ 900");
    }

    @Test
    void noSignalAlternatesEveryHalfSecond() throws BusException {
        assertThat(play(bar(8), Pictures.noSignal(), 2000))
                .isEqualTo("#.#.#.#. 500, .#.#.#.# 500, #.#.#.#. 500, .#.#.#.# 500");
    }

    @Test
    void pausedIsItsTwoEndsASecondOnAndASecondOff() throws BusException {
        assertThat(play(bar(8), Pictures.paused(), 4000))
                .isEqualTo("#......# 1000, ........ 1000, #......# 1000, ........ 1000");
    }

    @Test
    void theResultByFeelLightsWhatWasDone() throws BusException {
        var good = new RepResult(4, 1, true, true, true, 4, 5, 0.9, 1);
        var late = new RepResult(4, 1, true, true, false, 4, 5, 6, 1);
        LedBar bar = bar(8);
        assertThat(play(bar, Pictures.result().last(good), 2000)).isEqualTo("#..#...# 2000");
        assertThat(play(bar, Pictures.result().last(late), 2000)).isEqualTo("...#...# 2000");
    }

    @Test
    void whatTheResultMayLightBlinksWhileItIsAskedFor() throws BusException {
        assertThat(play(bar(8), Pictures.asked(), 1600))
                .isEqualTo("#..#...# 400, ........ 400, #..#...# 400, ........ 400");
    }

    @Test
    void doneShowsHeldFromTheLeftAndLetGoFromTheRightTwice() throws BusException {
        Pictures half = Pictures.done().held("******______").letGo("*********___");
        assertThat(play(bar(8), half, 14_000))
                .isEqualTo("####.... 3000, ........ 500, ..###### 3000, ........ 500, "
                        + "####.... 3000, ........ 500, ..###### 3000, ........ 500");
    }

    @Test
    void stoppingFillsFromTheLeft() throws BusException {
        LedBar bar = bar(8);
        assertThat(at(bar, Pictures.hold(10).message("stop.held", "0"))).isEqualTo("........");
        assertThat(at(bar, Pictures.hold(10).message("stop.held", "50"))).isEqualTo("####....");
        assertThat(at(bar, Pictures.hold(10).message("stop.held", "100"))).isEqualTo("########");
    }

    @Test
    void nothingFlashesMoreThanThreeTimesASecondEvenWhenTheLevelTremblesAtTheEdge() throws BusException {
        for (int count : new int[] {5, 8, 16}) {
            for (Pictures picture : Pictures.all()) {
                assertThat(flashes(count, picture, false))
                        .as(picture.picture().state().name())
                        .isLessThanOrEqualTo(12);
            }
            assertThat(flashes(count, Pictures.squeeze(40), true)).isLessThanOrEqualTo(12);
        }
    }

    /** How often the LED that flashes most goes dark within 4 s. */
    private int flashes(int count, Pictures picture, boolean trembling) throws BusException {
        var here = new FakePorts();
        LedBar bar = LedBar.open(here, IntStream.range(0, count).boxed().toList());
        int[] falls = new int[count];
        boolean[] before = new boolean[count];
        for (int i = 0; i < 80; i++) {
            Pictures now = trembling ? Pictures.squeeze(i % 2 == 0 ? 39.9 : 40.1) : picture;
            bar.show(now.at(i * 0.05).picture(), i * 50L * MILLI);
            for (int led = 0; led < count; led++) {
                boolean high = here.lines.getOrDefault(led, false);
                falls[led] += before[led] && !high ? 1 : 0;
                before[led] = high;
            }
        }
        return IntStream.of(falls).max().orElseThrow();
    }

    @Test
    void everyPairOfStatesDiffersWithinFiveSeconds() throws BusException {
        var seen = new java.util.HashSet<String>();
        for (Pictures picture : Pictures.all()) {
            ports.lines.clear();
            ports.opened.clear();
            assertThat(seen.add(play(bar(8), picture, 5000)))
                    .as(picture.picture().state().name())
                    .isTrue();
        }
    }

    @Test
    void anOldPictureGoesDarkAfter300MillisecondsAndToNoSignalAfterOneSecond() throws BusException {
        LedBar bar = bar(8);
        Picture old = Pictures.hold(62).picture();
        bar.show(old, 300 * MILLI);
        assertThat(lit()).isEqualTo("#####...");
        bar.show(old, 301 * MILLI);
        assertThat(lit()).isEqualTo("........");
        bar.show(old, 1001 * MILLI);
        assertThat(lit()).isEqualTo("#.#.#.#.");
    }

    @Test
    void onlyLinesThatChangeAreDriven() throws BusException {
        LedBar bar = bar(8);
        at(bar, Pictures.hold(62));
        int drives = ports.drives;
        at(bar, Pictures.hold(62));
        assertThat(ports.drives).isEqualTo(drives);
        at(bar, Pictures.hold(75));
        assertThat(ports.drives).isEqualTo(drives + 1);
    }

    @Test
    void aBusyLineGivesBackTheOthersAndClosingTwiceIsFine() throws BusException {
        ports.busyLine = 3;
        assertThatThrownBy(() -> bar(5)).isInstanceOf(BusException.class);
        assertThat(ports.lines).isEmpty();

        ports.busyLine = -1;
        ports.opened.clear();
        LedBar bar = bar(5);
        bar.close();
        bar.close();
        assertThat(ports.lines).isEmpty();
    }

    @Test
    void fewerThanFiveOrMoreThanSixteenAreRefused() {
        assertThatThrownBy(() -> LedBar.open(ports, List.of(1, 2, 3, 4)))
                .hasMessage("lines: expected 5 to 16 but was 4");
    }
}
