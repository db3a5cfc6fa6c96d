package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Chooses the signals of a file that can be read together: of one rate, in a unit that we know. */
final class EdfChannels {
    private final Path file;
    private final EdfHeader header;
    private final ReadOptions options;

    EdfChannels(Path file, EdfHeader header, ReadOptions options) {
        this.file = file;
        this.header = header;
        this.options = options;
    }

    void choose(List<Integer> chosen, List<Unit> units) throws IOException {
        if (options.column() > 0) {
            one(chosen, units);
            return;
        }
        int perRecord = 0;
        for (int i = 0; i < header.signals().size(); i++) {
            EdfSignal signal = header.signals().get(i);
            Optional<Unit> unit = unit(signal);
            if (signal.annotations() || unit.isEmpty()) {
                continue;
            }
            if (perRecord == 0 || signal.samplesPerRecord() == perRecord) {
                perRecord = signal.samplesPerRecord();
                chosen.add(i);
                units.add(unit.get());
            }
        }
        if (chosen.isEmpty()) {
            throw RecordingException.expected(
                    file, "signals", "one in " + Unit.symbols() + "; give --unit, or --column", labels());
        }
    }

    private void one(List<Integer> chosen, List<Unit> units) throws IOException {
        int index = options.column() - 1;
        if (index >= header.signals().size() || header.signals().get(index).annotations()) {
            throw RecordingException.expected(file, "column", "one of the signals " + labels(), options.column());
        }
        EdfSignal signal = header.signals().get(index);
        Optional<Unit> unit = unit(signal);
        if (unit.isEmpty()) {
            throw RecordingException.expected(
                    file, "dimension of " + signal.label(), Unit.symbols() + "; give --unit", signal.dimension());
        }
        chosen.add(index);
        units.add(unit.get());
    }

    private Optional<Unit> unit(EdfSignal signal) {
        if (signal.dimension().isEmpty()) {
            return Optional.ofNullable(options.assumedUnit());
        }
        return Unit.of(signal.dimension());
    }

    private String labels() {
        var text = new StringBuilder();
        for (int i = 0; i < header.signals().size(); i++) {
            EdfSignal signal = header.signals().get(i);
            text.append(i == 0 ? "" : ", ").append(i + 1).append(' ').append(signal.label());
        }
        return text.toString();
    }
}
