package org.pelvi4j.sim.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sim.draw.Draws;

/** The noise of a muscle against the figures of DOMAIN 2.3 and 2.4, which were computed without this code. */
class EmgNoiseTest {
    private static final int SECONDS = 120;

    private static double[] noise(double low, double high, Converter converter, double rateHz) {
        var noise = new EmgNoise(Draws.of(1), low, high);
        double[] four = new double[4];
        double[] samples = new double[(int) (SECONDS * rateHz)];
        long pushed = 0;
        for (int n = 0; n < samples.length; n++) {
            while (pushed < converter.millisecondsFor(n)) {
                noise.fill(four, 1);
                converter.push(four);
                pushed++;
            }
            samples[n] = converter.sample(n);
        }
        return samples;
    }

    private static double rms(double[] samples) {
        double sum = 0;
        for (double x : samples) {
            sum += x * x;
        }
        return Math.sqrt(sum / samples.length);
    }

    @Test
    void itsVarianceIsOne() {
        assertThat(rms(noise(60, 120, Converter.plain(4000), 4000))).isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 60, 51.8",
        "40, 80, 66.1",
        "45, 90, 73.5",
        "50, 100, 80.9",
        "60, 120, 95.7",
        "60, 150, 110.3",
        "70, 140, 110.3",
        "80, 160, 124.6",
        "100, 200, 151.6"
    })
    void itsMedianFrequencyIsThatOfTheTable(double low, double high, double medianHz) {
        double[] samples = noise(low, high, Converter.plain(4000), 4000);
        double estimate = Spectrum.of(samples, 4000).median(20, 450);
        assertThat(estimate).isCloseTo(medianHz, withPercentage(2));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 15.7", "0.1, 11.3", "0.2, 8.2", "0.25, 7.3", "0.5, 5.2", "1, 3.7"})
    void itsEnvelopeWandersAsMuchAsTheWindowLets(double windowSeconds, double cvPercent) {
        double[] samples = noise(60, 120, Converter.plain(1000), 1000);
        int window = (int) (windowSeconds * 1000);
        double sum = 0;
        double mean = 0;
        double square = 0;
        int count = 0;
        for (int i = 0; i < samples.length; i++) {
            sum += samples[i] * samples[i] - (i >= window ? samples[i - window] * samples[i - window] : 0);
            if (i >= window) {
                double envelope = Math.sqrt(Math.max(0, sum) / window);
                mean += envelope;
                square += envelope * envelope;
                count++;
            }
        }
        mean /= count;
        double cv = 100 * Math.sqrt(square / count - mean * mean) / mean;
        assertThat(cv).isCloseTo(cvPercent, withPercentage(15));
    }

    @ParameterizedTest
    @CsvSource({"250, 0.55", "500, 0.78", "1000, 0.92", "2000, 0.973"})
    void aDeltaSigmaConverterReadsLessTheSlowerItIs(double rateHz, double share) {
        assertThat(rms(noise(60, 120, Converter.sinc3(rateHz), rateHz))).isCloseTo(share, within(0.012));
    }

    @Test
    void plainSamplingFoldsDownWhatIsTooFast() {
        double[] samples = noise(60, 120, Converter.plain(250), 250);
        assertThat(rms(samples)).isBetween(0.97, 1.02);
        assertThat(Spectrum.of(samples, 250).median(0, 125)).isCloseTo(74, within(3.0));
    }

    @Test
    void aDeltaSigmaConverterIsThreeDecibelsDownAtItsCorner() {
        assertThat(Converter.sinc3(250).gain(65.5)).isCloseTo(Math.sqrt(0.5), within(0.01));
    }

    @Test
    void aBoardsLowPassLetsHalfThePowerThroughAtItsCorner() {
        var converter = Converter.lowPass(1000);
        assertThat(converter.gain(450)).isCloseTo(Math.sqrt(0.5), within(0.001));
        assertThat(converter.gain(100)).isCloseTo(1, within(0.001));
    }
}
