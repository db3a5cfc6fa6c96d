package org.pelvi4j.sensor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the boards that run Chords have. Source: DOMAIN.md 3.4. Immutable.
 *
 * @param name as it answers to WHORU
 * @param channels values in a frame
 * @param bits of its converter
 * @param rateHz frames a second
 */
record ChordsModel(String name, int channels, int bits, double rateHz) {
    private static final List<ChordsModel> ALL = List.of(
            new ChordsModel("UNO-R3", 6, 10, 250),
            new ChordsModel("UNO-CLONE", 6, 10, 250),
            new ChordsModel("GENUINO-UNO", 6, 10, 250),
            new ChordsModel("NANO-CLONE", 8, 10, 250),
            new ChordsModel("NANO-CLASSIC", 8, 10, 250),
            new ChordsModel("MEGA-2560-R3", 16, 10, 250),
            new ChordsModel("MEGA-2560-CLONE", 16, 10, 250),
            new ChordsModel("UNO-R4", 6, 14, 500),
            new ChordsModel("RPI-PICO-RP2040", 3, 12, 500),
            new ChordsModel("STM32F4-BLACK-PILL", 8, 12, 500),
            new ChordsModel("STM32G4-CORE-BOARD", 16, 12, 500),
            new ChordsModel("GIGA-R1", 6, 16, 500),
            new ChordsModel("NPG-LITE", 3, 12, 500),
            new ChordsModel("NPG-LITE-6", 6, 12, 500));

    /** Finds a board by its name, in any case. */
    static Optional<ChordsModel> named(String name) {
        return ALL.stream()
                .filter(model -> model.name.equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The names, for a message. */
    static String names() {
        return String.join(
                ", ",
                ALL.stream().map(model -> model.name.toLowerCase(Locale.ROOT)).toList());
    }

    /** How many channels there can be. */
    static List<Integer> widths() {
        return ALL.stream().map(ChordsModel::channels).distinct().toList();
    }

    /** Whether a board of that name can be taken for this one; the two kinds of NPG-LITE have one answer. */
    boolean answersLike(ChordsModel other) {
        boolean alike = channels == other.channels && bits == other.bits && rateHz == other.rateHz;
        return alike || (name.startsWith("NPG-LITE") && other.name.startsWith("NPG-LITE"));
    }
}
