package org.pelvi4j.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiChipSelect;
import com.pi4j.io.spi.SpiMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;

/**
 * The I2C, SPI and GPIO ports of a Raspberry Pi, as {@link org.pelvi4j.bus.Ports} wants them; serial ports are another
 * module's. The context is made at the first opening. What Pi4J opened stays open until {@link #close()} and is lent anew:
 * a line that Pi4J 2.8.0 closes cannot be opened again. Inputs do without Pi4J, of whose listeners some never hear an edge:
 * they are the kernel's own, on any processor. Thread-safe.
 */
public final class Pi4jPorts implements AutoCloseable {
    private final Machine machine;
    private final Supplier<Context> opener;
    private final Kernel kernel;
    private final Map<String, Lent<?>> lent = new HashMap<>();
    private final List<GpioInput> inputs = new ArrayList<>();
    private @Nullable Context context;

    Pi4jPorts(Machine machine, Supplier<Context> opener, Kernel kernel) {
        this.machine = machine;
        this.opener = opener;
        this.kernel = kernel;
    }

    /**
     * The ports of this machine; nothing is opened yet.
     *
     * @return the ports
     */
    public static Pi4jPorts ofThisMachine() {
        return new Pi4jPorts(Machine.here(), Pi4jContext::open, new LinuxKernel());
    }

    /** Creates something of Pi4J's. */
    private interface Creator<T> {
        T create(Context context, String id);
    }

    /**
     * Opens an address on an I2C bus.
     *
     * @param bus the number of the bus, 1 for {@code /dev/i2c-1}
     * @param address 7 bits
     * @return the open device
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION, UNSUPPORTED or FAILED, saying what mends it
     */
    public I2cDevice openI2c(int bus, int address) throws BusException {
        machine.checkI2c(bus);
        String name = String.format(Locale.ROOT, "i2c %d/0x%02x", bus, address);
        Lent<I2C> device = lend(
                name,
                "",
                (pi4j, id) -> pi4j.create(I2C.newConfigBuilder(pi4j)
                        .id(id)
                        .bus(bus)
                        .device(address)
                        .provider(pi4j.i2c().getId())
                        .build()));
        return new Pi4jI2c(name, machine.i2c(bus), device);
    }

    /**
     * Opens a chip-select line of an SPI bus.
     *
     * @param address bus and chip select
     * @param hertz clock rate
     * @param mode SPI mode, 0 to 3
     * @return the open device
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION, UNSUPPORTED or FAILED, saying what mends it
     */
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) throws BusException {
        machine.checkSpi(address.bus(), address.chipSelect());
        String name = "spi " + address.bus() + "." + address.chipSelect();
        String manner = hertz + " " + mode;
        Lent<Spi> device = lend(
                name,
                manner,
                (pi4j, id) -> pi4j.create(Spi.newConfigBuilder(pi4j)
                        .id(id)
                        .bus(SpiBus.getByNumber(address.bus()))
                        .chipSelect(SpiChipSelect.getByNumber(address.chipSelect()))
                        .baud(hertz)
                        .mode(SpiMode.getByNumber(mode))
                        .provider(pi4j.spi().getId())
                        .build()));
        return new Pi4jSpi(name, machine.spi(address.bus(), address.chipSelect()), device);
    }

    /**
     * Takes a GPIO line as an output, low.
     *
     * @param line the BCM number
     * @return the driven line
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION, UNSUPPORTED or FAILED, saying what mends it
     */
    public OutputPin openOutput(int line) throws BusException {
        machine.checkGpio();
        String name = "GPIO " + line;
        Lent<DigitalOutput> output = lend(
                name,
                "",
                (pi4j, id) -> pi4j.create(DigitalOutput.newConfigBuilder(pi4j)
                        .id(id)
                        .address(line)
                        .initial(DigitalState.LOW)
                        .shutdown(DigitalState.LOW)
                        .provider(pi4j.digitalOutput().getId())
                        .build()));
        return new Pi4jOutput(name, output);
    }

    /**
     * Takes a GPIO line as an input.
     *
     * @param line the BCM number
     * @param setup which edges are told, what holds the line, how long a level must last
     * @return the line that is listened to
     * @throws BusException NOT_FOUND, BUSY, NO_PERMISSION, UNSUPPORTED or FAILED, saying what mends it
     */
    public synchronized InputPin openInput(int line, InputSetup setup) throws BusException {
        String name = "GPIO " + line;
        if (lent.containsKey(name)) {
            throw new BusException(Kind.BUSY, name + ": this program drives it, as a light or a buzzer");
        }
        try {
            GpioInput input = GpioInput.open(kernel, GpioChip.header(machine.devices(), kernel), line, setup);
            inputs.removeIf(GpioInput::isClosed);
            inputs.add(input);
            return input;
        } catch (LinkageError unloadable) {
            throw noNativeCode(name, unloadable);
        }
    }

    /**
     * Lists the GPIO chips that this user may look at.
     *
     * @return the chips, by their number
     * @throws BusException NO_PERMISSION when there are some and none may be opened, UNSUPPORTED or FAILED
     */
    public List<GpioChip> gpioChips() throws BusException {
        try {
            return GpioChip.all(machine.devices(), kernel);
        } catch (LinkageError unloadable) {
            throw noNativeCode("GPIO", unloadable);
        }
    }

    /**
     * Lists the I2C buses that are turned on.
     *
     * @return their numbers, in order
     */
    public List<Integer> i2cBuses() {
        return machine.i2cBuses();
    }

    /**
     * Lists the chip-select lines of SPI that are turned on.
     *
     * @return the lines, in order
     */
    public List<SpiAddress> spiDevices() {
        return machine.spiDevices();
    }

    /**
     * Asks every address of an I2C bus for one byte.
     *
     * @param bus its number
     * @return the addresses at which something is, in order
     * @throws BusException NOT_FOUND, NO_PERMISSION, UNSUPPORTED, or FAILED when the bus hangs
     */
    public List<I2cAnswer> answers(int bus) throws BusException {
        machine.checkThere(bus);
        try {
            return I2cScan.of(bus, machine.i2c(bus), kernel);
        } catch (LinkageError unloadable) {
            throw noNativeCode("I2C bus " + bus, unloadable);
        }
    }

    private static BusException noNativeCode(String name, LinkageError unloadable) {
        return new BusException(
                Kind.UNSUPPORTED,
                name + ": JNA's native code does not load here; if /tmp allows no programs, start with"
                        + " PELVI4J_JAVA_OPTS=-Djna.tmpdir=$HOME",
                unloadable);
    }

    private synchronized <T> Lent<T> lend(String name, String manner, Creator<T> creator) throws BusException {
        Lent<?> known = lent.get(name);
        if (known != null && known.inUse()) {
            throw new BusException(Kind.BUSY, name + ": this program has it open already");
        }
        if (known != null && known.manner().equals(manner) && known.usable()) {
            @SuppressWarnings("unchecked") // a name is only ever created by one kind of creator
            Lent<T> again = (Lent<T>) known;
            again.take();
            return again;
        }
        String id = name.replace(' ', '-') + "-" + manner.replace(' ', '-');
        try {
            Context pi4j = context();
            if (known != null) {
                pi4j.shutdown(known.id());
            }
            var fresh = new Lent<>(id, manner, creator.create(pi4j, id));
            lent.put(name, fresh);
            return fresh;
        } catch (RuntimeException | LinkageError refused) {
            lent.remove(name);
            throw Refusal.of(name, refused);
        }
    }

    private Context context() {
        Context pi4j = context;
        if (pi4j == null) {
            pi4j = opener.get();
            context = pi4j;
        }
        return pi4j;
    }

    /** Closes all that is open and Pi4J itself; may be called twice. */
    @Override
    public synchronized void close() {
        Context pi4j = context;
        context = null;
        lent.clear();
        inputs.forEach(GpioInput::close);
        inputs.clear();
        if (pi4j != null) {
            pi4j.shutdown();
        }
    }
}
