package org.pelvi4j.sensor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.time.Clock;

/** The table of serial protocols: which board a URI names. A new protocol is a line here. Thread-safe. */
public final class SerialSensors {
    /** What a serial protocol needs: the options that it reads, and the board that they make. */
    private record Protocol(Set<String> options, Function<DeviceUri, Board> board) {}

    private static final Map<String, Protocol> PROTOCOLS = new TreeMap<>(Map.of(
            "cyton", new Protocol(CytonBoard.OPTIONS, CytonBoard::of),
            "arduino", new Protocol(ArduinoBoard.OPTIONS, ArduinoBoard::of),
            "chords", new Protocol(ChordsBoard.OPTIONS, ChordsBoard::of),
            "bitalino", new Protocol(BitalinoBoard.OPTIONS, BitalinoBoard::of),
            "olimex", new Protocol(OlimexBoard.OPTIONS, OlimexBoard::of),
            "spikershield", new Protocol(SpikerBoard.OPTIONS, SpikerBoard::of)));

    private SerialSensors() {}

    /**
     * Makes the sensor that a URI names, such as {@code serial:/dev/ttyUSB0?protocol=cyton&channel=1}. The wire is opened
     * by the first read: a port that is missing or busy shows in the sensor's state, and it goes on trying.
     *
     * @param uri which sensor; {@code sim+} before it is the caller's choice of ports
     * @param ports what opens its wire
     * @param clock the time that its samples are dated by
     * @return the sensor
     * @throws IllegalArgumentException saying which part of the URI is wrong and what was expected
     */
    public static Sensor open(DeviceUri uri, Ports ports, Clock clock) {
        if (!uri.scheme().equals("serial")) {
            throw uri.wrong("scheme", "serial", uri.scheme());
        }
        List<String> paths = List.of(uri.address().split(","));
        if (uri.address().isBlank() || paths.stream().anyMatch(String::isBlank)) {
            throw uri.wrong("address", "the path of a port such as /dev/ttyUSB0", uri.address());
        }
        Board board = board(uri);
        return new SerialSensor(board, new SteadyLink(ports, clock, paths, board.bauds()), clock);
    }

    private static Board board(DeviceUri uri) {
        String name = uri.option("protocol").orElse("missing");
        Protocol protocol = PROTOCOLS.get(name);
        if (protocol == null) {
            throw uri.wrong("option 'protocol'", "one of " + String.join(", ", PROTOCOLS.keySet()), name);
        }
        var known = new TreeSet<>(protocol.options());
        known.addAll(Roles.OPTIONS);
        known.add("protocol");
        return protocol.board().apply(uri.withOnly(known));
    }
}
