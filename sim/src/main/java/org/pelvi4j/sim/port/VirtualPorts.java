package org.pelvi4j.sim.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.display.Display;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.VirtualClock;

/**
 * Wires in memory. Only what was connected is there; what is open cannot be opened again; nothing may be used once it is
 * closed. Thread-safe for opening and closing; each wire is confined to one thread.
 */
public final class VirtualPorts implements Ports {
    private final Clock clock;
    private final Map<Integer, PinChip> pins = new TreeMap<>();
    private final Map<Integer, LineChip> inputs = new TreeMap<>();
    private final Map<String, Supplier<IioDevice>> iio = new TreeMap<>();
    private final Map<String, I2cChip> i2c = new TreeMap<>();
    private final Map<SpiAddress, SpiChip> spi = new HashMap<>();
    private final Map<String, MemoryPort> serial = new TreeMap<>();
    private final Set<VirtualChip> chips = new LinkedHashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private @Nullable Display person;

    private VirtualPorts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Wires without anything at their ends.
     *
     * @param clock the time of the chips; when it is a virtual one, {@link #pause} and serial wires advance it
     * @return the ports
     */
    public static VirtualPorts empty(Clock clock) {
        return new VirtualPorts(clock);
    }

    /**
     * The wires and the chip that a URI with {@code sim+} names, such as {@code sim+ledbar:5,6,13,19,26}.
     *
     * @param uri the sensor or display
     * @param clock the time of the chips
     * @return ports for its driver
     * @throws IllegalArgumentException saying which part of the URI is wrong and what was expected
     */
    public static VirtualPorts of(DeviceUri uri, Clock clock) {
        VirtualPorts ports = empty(clock);
        VirtualChips.connect(uri, ports);
        return ports;
    }

    /**
     * Takes out of a URI what only the simulation reads, such as {@code fault}, so that the driver does not refuse it.
     *
     * @param uri as the user wrote it
     * @return the name for the driver
     */
    public static DeviceUri forDriver(DeviceUri uri) {
        return VirtualChips.forDriver(uri);
    }

    /**
     * Connects a GPIO line.
     *
     * @param line its number
     * @param chip what sees it
     */
    public void connectPin(int line, PinChip chip) {
        pins.put(line, chip);
        chips.add(chip);
    }

    /**
     * Connects a GPIO line that a chip drives.
     *
     * @param line its number
     * @param chip what drives it
     */
    public void connectInput(int line, LineChip chip) {
        inputs.put(line, chip);
        chips.add(chip);
    }

    /** Connects a converter that a simulated kernel reads, opened as often as somebody asks. */
    void connectIio(String name, Supplier<IioDevice> device) {
        iio.put(name, device);
    }

    /**
     * Connects a chip to an I2C bus.
     *
     * @param bus its number
     * @param address 7 bits
     * @param chip what answers there
     */
    public void connectI2c(int bus, int address, I2cChip chip) {
        i2c.put(i2cName(bus, address), chip);
        chips.add(chip);
    }

    /**
     * Connects a chip to SPI.
     *
     * @param address bus and select line
     * @param chip what answers there
     */
    public void connectSpi(SpiAddress address, SpiChip chip) {
        spi.put(address, chip);
        chips.add(chip);
    }

    /**
     * Connects a serial port.
     *
     * @param path its name
     * @param port the device behind it
     */
    public void connectSerial(String path, MemoryPort port) {
        serial.put(path, port);
    }

    /**
     * Lists what is connected.
     *
     * @return the chips, in the order of their connection
     */
    public List<VirtualChip> chips() {
        return List.copyOf(chips);
    }

    /** A simulated person is behind a chip, with these eyes. */
    void watch(Display eyes) {
        person = eyes;
    }

    /**
     * The eyes of the simulated person behind a sensor's chip: show them what a display would be shown.
     *
     * @return them; null when nobody there follows pictures
     */
    public @Nullable Display person() {
        return person;
    }

    /** The time of the chips. */
    Clock clock() {
        return clock;
    }

    private static String i2cName(int bus, int address) {
        return "i2c:" + bus + "/0x" + Integer.toHexString(address);
    }

    private synchronized void take(String name) throws BusException {
        if (!taken.add(name)) {
            throw new BusException(Kind.BUSY, name + ": it is open already");
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T wire) {
        open.add(wire);
        return wire;
    }

    private synchronized void give(String name) {
        taken.remove(name);
    }

    @Override
    public ByteLink openSerial(String path, int baud) throws BusException {
        MemoryPort port = serial.get(path);
        if (port == null) {
            throw new BusException(Kind.NOT_FOUND, path + ": no simulated port; connected are " + serial.keySet());
        }
        return opened(port.open());
    }

    @Override
    public I2cDevice openI2c(int bus, int address) throws BusException {
        String name = i2cName(bus, address);
        take(name);
        I2cChip chip = i2c.get(name);
        return opened(new VirtualI2c(name, chip == null ? new NobodyThere(name) : chip, this::give));
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException {
        String name = "spi:" + address.bus() + "." + address.chipSelect();
        SpiChip chip = spi.get(address);
        if (chip == null) {
            throw new BusException(Kind.NOT_FOUND, name + ": no simulated chip");
        }
        take(name);
        chip.opened(hertz, mode);
        return opened(new VirtualSpi(name, chip, this::give));
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) throws BusException {
        String name = "gpio:" + line;
        LineChip chip = inputs.get(line);
        if (chip == null || !(clock instanceof VirtualClock virtual)) {
            throw new BusException(Kind.NOT_FOUND, name + ": no simulated input; connected are " + inputs.keySet());
        }
        take(name);
        return opened(new VirtualInput(name, line, chip, virtual, this::give));
    }

    @Override
    public IioDevice openIio(String name, String channel) throws BusException {
        Supplier<IioDevice> device = iio.get(name);
        if (device == null) {
            throw new BusException(
                    Kind.NOT_FOUND, "iio:" + name + ": no simulated device; connected are " + iio.keySet());
        }
        return opened(device.get());
    }

    @Override
    public OutputPin openOutput(int line) throws BusException {
        String name = "gpio:" + line;
        PinChip chip = pins.get(line);
        if (chip == null) {
            throw new BusException(Kind.NOT_FOUND, name + ": no simulated line; connected are " + pins.keySet());
        }
        take(name);
        return opened(new VirtualPin(name, line, chip, this::give));
    }

    @Override
    public void pause(long nanos) {
        if (clock instanceof VirtualClock standing) {
            standing.advance(nanos);
        } else {
            LockSupport.parkNanos(nanos);
        }
    }

    @Override
    public void close() {
        List<AutoCloseable> left;
        synchronized (this) {
            left = List.copyOf(open);
            open.clear();
        }
        for (AutoCloseable wire : left) {
            try {
                wire.close();
            } catch (Exception e) {
                throw new IllegalStateException("a virtual wire does not close", e);
            }
        }
    }
}
