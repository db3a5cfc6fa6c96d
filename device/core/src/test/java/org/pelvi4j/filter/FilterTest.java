package org.pelvi4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters against what scipy made of the same signal; filters.csv lies beside its script. */
class FilterTest {
    private static List<String> rows() throws Exception {
        try (InputStream file = FilterTest.class.getResourceAsStream("filters.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    static Stream<String> filtered() throws Exception {
        return rows().stream().skip(1);
    }

    private static double[] numbers(String row) {
        return Arrays.stream(row.split(","))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Filter named(String[] words) {
        int order = Integer.parseInt(words[1]);
        double rate = Double.parseDouble(words[2]);
        double edge = Double.parseDouble(words[3]);
        return switch (words[0]) {
            case "highpass" -> Filter.highPass(order, rate, edge);
            case "lowpass" -> Filter.lowPass(order, rate, edge);
            default -> Filter.notch(rate, edge, 3);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filtered")
    void aFilterGivesScipysNumbers(String row) throws Exception {
        double[] input = numbers(rows().get(0));
        double[] expected = numbers(row);
        Filter filter = named(row.substring(0, row.indexOf(',')).split(" "));
        for (int i = 0; i < input.length; i++) {
            assertThat(filter.next(input[i])).isCloseTo(expected[i], within(1e-8));
        }
    }

    @Test
    void aFilterThatWasResetBeginsAnew() {
        Filter filter = Filter.highPass(4, 1000, 40);
        double first = filter.next(1);
        filter.next(5);
        filter.reset();
        assertThat(filter.next(1)).isEqualTo(first);
    }

    @Test
    void aNaNDoesNotStick() {
        Filter filter = Filter.lowPass(2, 100, 8);
        Filter undisturbed = Filter.lowPass(2, 100, 8);
        filter.next(1);
        undisturbed.next(1);
        assertThat(filter.next(Double.NaN)).isNaN();
        assertThat(filter.next(Double.POSITIVE_INFINITY)).isNaN();
        assertThat(filter.next(2)).isEqualTo(undisturbed.next(2));
    }

    @Test
    void whatIirjLetsPassIsRefused() {
        assertThatThrownBy(() -> Filter.highPass(0, 1000, 40)).hasMessage("order: expected 1 to 8 but was 0");
        assertThatThrownBy(() -> Filter.highPass(4, 1000, Double.NaN)).hasMessageContaining("cutoffHz: expected");
        assertThatThrownBy(() -> Filter.lowPass(4, 1000, 500)).hasMessageContaining("but was 500.0");
        assertThatThrownBy(() -> Filter.lowPass(4, Double.NaN, 50)).hasMessageContaining("rateHz: expected");
        assertThatThrownBy(() -> Filter.notch(1000, 1, 3)).hasMessageContaining("widthHz: expected");
        assertThatThrownBy(() -> Filter.notch(100, 49, 3)).hasMessageContaining("half the rate");
    }
}
