package org.pelvi4j.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;

/** Makes the Pi4J context with explicit providers, without auto-detection. Thread-safe. */
public final class Pi4jContext {
    private Pi4jContext() {}

    /**
     * Makes a context. It opens nothing by itself.
     *
     * @return text that names the providers, for a report
     */
    public static String providers() {
        Context context = open();
        try {
            return String.join(", ", context.providers().all().keySet());
        } finally {
            context.shutdown();
        }
    }

    /** No shutdown hook of Pi4J's own: the program closes its recorder first, then its ports. */
    static Context open() {
        return Pi4J.newContextBuilder()
                .disableShutdownHook()
                .add(LinuxFsI2CProvider.newInstance())
                .add(LinuxFsSpiProvider.newInstance())
                .add(GpioDDigitalOutputProvider.newInstance())
                .build();
    }
}
