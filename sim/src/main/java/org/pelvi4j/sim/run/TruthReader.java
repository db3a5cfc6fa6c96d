package org.pelvi4j.sim.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;

/** Reads what {@link TruthFile} wrote, and only that; a last line that was cut off is left out. Immutable. */
public final class TruthReader {
    private static final Pattern FRAME =
            Pattern.compile("\\{\"type\":\"frame\",\"n\":([0-9]+),\"t_s\":([^,]+),\"counter\":(-?[0-9]+),"
                    + "\"values\":\\[([^]]*)],\"sent_ns\":(-?[0-9]+),\"fate\":\"([a-z]+)\"}");

    private TruthReader() {}

    /**
     * Reads all frames.
     *
     * @param file the truth
     * @return the frames, in order
     * @throws IOException when it cannot be read
     */
    public static List<Witness.Frame> frames(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(FRAME::matcher)
                    .filter(Matcher::matches)
                    .map(TruthReader::frame)
                    .toList();
        }
    }

    private static Witness.Frame frame(Matcher parts) {
        return new Witness.Frame(
                Long.parseLong(parts.group(1)),
                Double.parseDouble(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Arrays.stream(parts.group(4).split(","))
                        .map(TruthReader::number)
                        .toList(),
                Long.parseLong(parts.group(5)),
                Fate.valueOf(parts.group(6).toUpperCase(Locale.ROOT)));
    }

    private static double number(String text) {
        return text.equals("null") ? Double.NaN : Double.parseDouble(text);
    }
}
