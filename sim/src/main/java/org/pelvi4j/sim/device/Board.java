package org.pelvi4j.sim.device;

/** A board at the far end of a serial wire: it takes commands and sends text and frames. Confined to one thread. */
public interface Board {
    /**
     * Names it.
     *
     * @return the word of {@code simulate --device}, such as {@code cyton}
     */
    String name();

    /**
     * Tells how often it measures.
     *
     * @return frames per second
     */
    double rateHz();

    /**
     * Tells whether it runs on while its plug is out, as a radio board with a battery does.
     *
     * @return false when the plug powers it
     */
    boolean hasBattery();

    /**
     * Gets power: all settings are the default ones.
     *
     * @param out where its banner goes
     */
    void powerOn(Outlet out);

    /**
     * A program opens the port; many boards reset then.
     *
     * @param out where its banner goes
     */
    void opened(Outlet out);

    /**
     * Takes one byte of a command.
     *
     * @param value 0 to 255
     * @param nowNanos when it came, for commands that must be complete in time
     * @param out where the answer goes
     */
    void receive(int value, long nowNanos, Outlet out);

    /**
     * Tells whether it measures.
     *
     * @return true between start and stop
     */
    boolean streaming();

    /**
     * Measures once and sends the frame.
     *
     * @param values what is at its inputs, one per channel of the source, microvolt or pascal
     * @param out where the frame goes
     */
    void measure(double[] values, Outlet out);

    /**
     * Makes the counter jump, as a faulty board does.
     *
     * @param frames how many numbers it leaves out
     * @return false when the protocol has no counter
     */
    boolean skip(int frames);
}
