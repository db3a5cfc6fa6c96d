package org.pelvi4j.sim.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.BodyTraits;
import org.pelvi4j.sim.body.Streams;

/** People, drawn by seed. */
class ProfileTest {
    private static BodyTraits draw(String id, long seed) {
        return Profile.named(id).orElseThrow().body(Streams.of(seed).person());
    }

    @ParameterizedTest
    @CsvSource({"healthy, 30, 40, 5, 55", "weak, 22, 12, 5, 15.4", "overactive, 45, 25, 12, 40.7"})
    void theirMeansAreThoseOfTheTable(String id, double rest, double squeeze, double low, double high) {
        double[] sums = new double[4];
        int people = 1500;
        for (long seed = 0; seed < people; seed++) {
            BodyTraits body = draw(id, seed);
            sums[0] += body.probe().restPascal() / Body.PASCAL_PER_CMH2O / people;
            sums[1] += body.probe().squeezePascal() / Body.PASCAL_PER_CMH2O / people;
            sums[2] += body.muscle().restMicrovolts() / people;
            sums[3] += body.muscle().maxMicrovolts() / people;
        }
        assertThat(sums[0]).isCloseTo(rest, withPercentage(4));
        assertThat(sums[1]).isCloseTo(squeeze, withPercentage(4));
        assertThat(sums[2]).isCloseTo(low, withPercentage(4));
        assertThat(sums[3]).isCloseTo(high, withPercentage(4));
    }

    @Test
    void everyPersonHasAMuscleThatCanBeTold() {
        for (Profile profile : Profile.all()) {
            for (long seed = 0; seed < 100; seed++) {
                BodyTraits body = draw(profile.id(), seed);
                assertThat(body.muscle().maxMicrovolts())
                        .as("%s, seed %d", profile.id(), seed)
                        .isGreaterThanOrEqualTo(1.3 * body.muscle().restMicrovolts());
            }
        }
    }

    @Test
    void theSameSeedIsTheSamePerson() {
        assertThat(draw("weak", 7)).isEqualTo(draw("weak", 7)).isNotEqualTo(draw("weak", 8));
    }
}
