package org.pelvi4j.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;

/**
 * Which of a board's channels are used, and what for: {@code channel=1&abdominal=2} or {@code channel=1&deep=2}.
 * Immutable.
 *
 * @param indices the channels, counted from 0, PFM first
 * @param roles what each is used for
 */
public record Roles(List<Integer> indices, List<Role> roles) {
    /** The options that are read here. */
    public static final Set<String> OPTIONS = Set.of("channel", "abdominal", "deep");

    /** Copies the lists. */
    public Roles {
        indices = List.copyOf(indices);
        roles = List.copyOf(roles);
    }

    /**
     * Reads the options.
     *
     * @param uri the sensor
     * @param channels how many the board or chip has
     * @return which are used
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     */
    public static Roles of(DeviceUri uri, int channels) {
        var indices = new ArrayList<Integer>();
        var roles = new ArrayList<Role>();
        indices.add(uri.integer("channel", 1, channels).orElse(1) - 1);
        roles.add(Role.PFM);
        if (uri.option("abdominal").isPresent() && uri.option("deep").isPresent()) {
            throw uri.wrong(
                    "option 'deep'",
                    "one second channel, abdominal or deep",
                    uri.option("deep").orElse(""));
        }
        uri.integer("abdominal", 1, channels).ifPresent(channel -> add(uri, "abdominal", channel, indices));
        uri.integer("deep", 1, channels).ifPresent(channel -> add(uri, "deep", channel, indices));
        if (indices.size() > 1) {
            roles.add(uri.option("deep").isPresent() ? Role.DEEP : Role.ABDOMINAL);
        }
        return new Roles(indices, roles);
    }

    private static void add(DeviceUri uri, String option, int channel, List<Integer> indices) {
        if (indices.contains(channel - 1)) {
            throw uri.wrong("option '" + option + "'", "another channel than 'channel'", String.valueOf(channel));
        }
        indices.add(channel - 1);
    }

    /**
     * One channel for each role, all alike.
     *
     * @param pattern the first of them
     * @return as many as there are roles
     */
    public List<Channel> channels(Channel pattern) {
        return roles.stream()
                .map(role ->
                        new Channel(role, pattern.signal(), pattern.minimum(), pattern.maximum(), pattern.resolution()))
                .toList();
    }
}
