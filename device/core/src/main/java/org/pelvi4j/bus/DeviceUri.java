package org.pelvi4j.bus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of a sensor or display, such as {@code serial:/dev/ttyUSB0?protocol=cyton&channel=1} or
 * {@code sim+ssd1306:1/0x3c}: an optional {@code sim+}, a scheme, an address, options. {@code java.net.URI} refuses or
 * cannot split half of them. Immutable.
 *
 * @param simulated whether {@code sim+} stands before it: the same driver, a virtual chip
 * @param scheme what stands before the colon, in lower case
 * @param address what stands between the colon and the question mark, possibly empty
 * @param options what stands after it, in order
 */
public record DeviceUri(boolean simulated, String scheme, String address, Map<String, String> options) {
    private static final String SIMULATED = "sim+";

    /** Copies the options. */
    public DeviceUri {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads a name.
     *
     * @param text as the user wrote it
     * @return its parts
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static DeviceUri parse(String text) {
        boolean simulated = text.startsWith(SIMULATED);
        String rest = simulated ? text.substring(SIMULATED.length()) : text;
        int colon = rest.indexOf(':');
        if (colon < 1 || !rest.substring(0, colon).matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("'" + text
                    + "': expected SCHEME:ADDRESS, for example sim:healthy or serial:/dev/ttyUSB0?protocol=cyton");
        }
        int question = rest.indexOf('?');
        String address = rest.substring(colon + 1, question < 0 ? rest.length() : question);
        return new DeviceUri(
                simulated,
                rest.substring(0, colon),
                address,
                question < 0 ? Map.of() : options(text, rest.substring(question + 1)));
    }

    private static Map<String, String> options(String text, String query) {
        var options = new LinkedHashMap<String, String>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + text + "': option '" + part + "': expected NAME=VALUE");
            }
            if (options.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(
                        "'" + text + "': option '" + part.substring(0, equals) + "' is given twice");
            }
        }
        return options;
    }

    /**
     * Refuses options that nobody reads, so that a misspelt one is not ignored.
     *
     * @param known the names that the scheme reads
     * @return this
     * @throws IllegalArgumentException naming the first unknown option
     */
    public DeviceUri withOnly(Set<String> known) {
        for (String name : options.keySet()) {
            if (!known.contains(name)) {
                String expected =
                        known.isEmpty() ? "none" : "one of " + String.join(", ", new java.util.TreeSet<>(known));
                throw wrong("option '" + name + "'", expected, name);
            }
        }
        return this;
    }

    /**
     * Finds an option.
     *
     * @param name its name
     * @return its text, if it is there
     */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * Reads an option as a whole number, decimal or 0x.
     *
     * @param name its name
     * @param low the least value allowed
     * @param high the greatest value allowed
     * @return the number, if the option is there
     * @throws IllegalArgumentException when it is no number in the range
     */
    public Optional<Integer> integer(String name, int low, int high) {
        return option(name).map(value -> {
            try {
                int number = Integer.decode(value);
                if (number >= low && number <= high) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong("option '" + name + "'", low + " to " + high, value);
            }
            throw wrong("option '" + name + "'", low + " to " + high, value);
        });
    }

    /**
     * Reads an option as a number.
     *
     * @param name its name
     * @param low the least value allowed
     * @param high the greatest value allowed
     * @return the number, if the option is there
     * @throws IllegalArgumentException when it is no number in the range
     */
    public Optional<Double> number(String name, double low, double high) {
        return option(name).map(value -> {
            try {
                double number = Double.parseDouble(value);
                if (number >= low && number <= high) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong("option '" + name + "'", low + " to " + high, value);
            }
            throw wrong("option '" + name + "'", low + " to " + high, value);
        });
    }

    /**
     * Makes the error of a wrong part, in the form that all of them have.
     *
     * @param part which part, such as {@code "option 'baud'"} or {@code "address"}
     * @param expected what was expected there
     * @param was what stood there
     * @return the error, to be thrown
     */
    public IllegalArgumentException wrong(String part, String expected, String was) {
        return new IllegalArgumentException(
                "'" + this + "': " + part + ": expected " + expected + " but was '" + was + "'");
    }

    @Override
    public String toString() {
        var text = new StringBuilder(simulated ? SIMULATED : "")
                .append(scheme)
                .append(':')
                .append(address);
        char joint = '?';
        for (var option : options.entrySet()) {
            text.append(joint).append(option.getKey()).append('=').append(option.getValue());
            joint = '&';
        }
        return text.toString();
    }
}
