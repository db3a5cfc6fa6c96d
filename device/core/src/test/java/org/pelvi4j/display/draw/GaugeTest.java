package org.pelvi4j.display.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.feedback.Goal;

/** The edge never lies, on any grid and for any goal. */
class GaugeTest {
    @ParameterizedTest(name = "{0} cells of {1} steps")
    @CsvSource({"16,2", "20,5", "72,8", "72,1", "112,8", "128,1", "5,1"})
    void theFirstCellOfTheGoalIsLitExactlyInTheGoal(int cells, int perCell) {
        var gauge = new Gauge(cells, perCell);
        for (int low = 5; low <= 110; low++) {
            Goal goal = new Goal(low, Double.NaN);
            int edge = gauge.first(goal) * perCell;
            assertThat(gauge.steps(low, goal)).as("at %d", low).isGreaterThan(edge);
            assertThat(gauge.steps(low - 0.01, goal)).as("below %d", low).isLessThanOrEqualTo(edge);
            assertThat(gauge.steps(low - 1, goal)).as("below %d", low).isLessThanOrEqualTo(edge);
        }
    }

    @ParameterizedTest(name = "{0} cells of {1} steps")
    @CsvSource({"16,2", "20,5", "72,8", "72,1", "112,8", "128,1", "5,1"})
    void theCellBehindHomeIsLitExactlyOutOfHome(int cells, int perCell) {
        var gauge = new Gauge(cells, perCell);
        for (int high = 2; high <= 40; high++) {
            Goal home = new Goal(Gauge.LOW, high);
            int edge = (gauge.last(home) + 1) * perCell;
            assertThat(gauge.steps(high, home)).as("at %d", high).isLessThanOrEqualTo(edge);
            assertThat(gauge.steps(high + 0.01, home)).as("above %d", high).isGreaterThan(edge);
            assertThat(gauge.steps(high + 1, home)).as("above %d", high).isGreaterThan(edge);
        }
    }
}
