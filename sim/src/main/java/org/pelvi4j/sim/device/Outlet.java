package org.pelvi4j.sim.device;

/** Where a board sends to. */
public interface Outlet {
    /**
     * Sends text, such as a banner or an answer.
     *
     * @param bytes read before this returns
     */
    void text(byte[] bytes);

    /**
     * Sends a frame.
     *
     * @param counter the counter in it, -1 when the protocol has none
     * @param bytes the buffer, read before this returns
     * @param length how many bytes count, from index 0
     * @param carried what the frame says, one per channel of the source, microvolt or pascal: the value after the
     *     converter's steps and rails, so that a perfect reader gets exactly this
     */
    void frame(int counter, byte[] bytes, int length, double[] carried);
}
