package org.pelvi4j.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer's targets with the inputs that were kept, and with these damaged at random. */
class DecoderFuzzingTest {
    private static final Map<String, Consumer<byte[]>> TARGETS = new TreeMap<>(Map.of(
            "cyton", DecoderFuzzing.CytonTarget::fuzzerTestOneInput,
            "cytonWithDaisy", DecoderFuzzing.CytonWithDaisyTarget::fuzzerTestOneInput,
            "chords", DecoderFuzzing.ChordsFramesTarget::fuzzerTestOneInput,
            "bitalino", DecoderFuzzing.BitalinoFramesTarget::fuzzerTestOneInput,
            "olimex", DecoderFuzzing.OlimexFramesTarget::fuzzerTestOneInput,
            "spikerShield", DecoderFuzzing.SpikerTarget::fuzzerTestOneInput,
            "arduinoLines", DecoderFuzzing.RowsTarget::fuzzerTestOneInput,
            "markerLines", DecoderFuzzing.MarkedTarget::fuzzerTestOneInput));

    static List<String> targets() {
        return List.copyOf(TARGETS.keySet());
    }

    private static List<byte[]> kept(String target) throws IOException, URISyntaxException {
        var folder = Objects.requireNonNull(DecoderFuzzingTest.class.getResource("fuzz/" + target));
        try (var files = Files.list(Path.of(folder.toURI()))) {
            List<Path> inputs = files.sorted().toList();
            var all = new java.util.ArrayList<byte[]>();
            for (Path input : inputs) {
                all.add(Files.readAllBytes(input));
            }
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void keptInputsAndDamagedOnesBreakNothing(String name) throws Exception {
        Consumer<byte[]> target = Objects.requireNonNull(TARGETS.get(name));
        target.accept(new byte[0]);
        List<byte[]> inputs = kept(name);
        assertThat(inputs).isNotEmpty();
        var random = new SplittableRandom(3);
        for (byte[] input : inputs) {
            target.accept(input);
            for (int i = 0; i < 500 && input.length > 0; i++) {
                byte[] damaged = input.clone();
                for (int hits = random.nextInt(1, 5); hits > 0; hits--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                target.accept(damaged);
            }
        }
    }
}
