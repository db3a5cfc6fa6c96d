package org.pelvi4j.sensor;

import java.util.List;

/**
 * What a sensor is. Immutable.
 *
 * @param name for people, such as {@code Cyton, channel 1}
 * @param rateHz nominal samples per second
 * @param channels in the order of the sample's values; the first is {@link Role#PFM}
 */
public record SensorInfo(String name, double rateHz, List<Channel> channels) {
    /** Checks the rate and the channels. */
    public SensorInfo {
        channels = List.copyOf(channels);
        if (!(rateHz > 0)) {
            throw new IllegalArgumentException("rateHz: expected a positive number but was " + rateHz);
        }
        if (channels.isEmpty() || channels.get(0).role() != Role.PFM) {
            throw new IllegalArgumentException("channels: expected the first to be PFM but was " + channels);
        }
    }
}
