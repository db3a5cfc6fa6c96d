package org.pelvi4j.pi4j;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.SpiAddress;

/**
 * What this machine has, looked up before Pi4J is asked, because that says only that it failed: a missing file, a missing
 * permission or a processor without native code each have a message that says what to type. Immutable.
 *
 * @param devices where device files are
 * @param processor as {@code os.arch} names it
 */
record Machine(Path devices, String processor) {
    static Machine here() {
        return new Machine(Path.of("/dev"), System.getProperty("os.arch", "unknown"));
    }

    Path i2c(int bus) {
        return devices.resolve("i2c-" + bus);
    }

    Path spi(int bus, int select) {
        return devices.resolve("spidev" + bus + "." + select);
    }

    List<Integer> i2cBuses() {
        return names("i2c-([0-9]{1,3})").stream()
                .map(name -> Integer.valueOf(name.substring(name.indexOf('-') + 1)))
                .sorted()
                .toList();
    }

    List<SpiAddress> spiDevices() {
        return names("spidev([0-9]{1,3})\\.([0-9]{1,3})").stream()
                .map(name -> name.substring("spidev".length()).split("\\.", -1))
                .map(parts -> new SpiAddress(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                .sorted(Comparator.comparingInt(SpiAddress::bus).thenComparingInt(SpiAddress::chipSelect))
                .toList();
    }

    private List<String> names(String pattern) {
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                devices, file -> String.valueOf(file.getFileName()).matches(pattern))) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        } catch (IOException none) {
            return List.of();
        }
        return names;
    }

    /** A bus that is only looked at needs no Pi4J. */
    void checkThere(int bus) throws BusException {
        checkDevice(i2c(bus), "I2C bus " + bus, turnI2cOn(bus), "i2c");
    }

    void checkI2c(int bus) throws BusException {
        check(i2c(bus), "I2C bus " + bus, turnI2cOn(bus), "i2c");
    }

    void checkSpi(int bus, int select) throws BusException {
        String turnOn =
                bus == 0 ? "sudo raspi-config nonint do_spi 0" : overlay("spi" + bus + "-" + (select + 1) + "cs");
        check(spi(bus, select), "SPI " + bus + "." + select, turnOn, "spi");
    }

    private static String turnI2cOn(int bus) {
        return bus == 1 ? "sudo raspi-config nonint do_i2c 0" : overlay("i2c" + bus);
    }

    /** The buses that raspi-config knows not. Source: Raspberry Pi, firmware/overlays/README. */
    private static String overlay(String name) {
        return "echo dtoverlay=" + name + " | sudo tee -a /boot/firmware/config.txt, then start it anew";
    }

    void checkGpio() throws BusException {
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
            Path readable = null;
            Path any = null;
            for (Path chip : chips) {
                any = chip;
                readable = usable(chip) ? chip : readable;
            }
            if (any == null) {
                throw new BusException(
                        Kind.NOT_FOUND,
                        "GPIO: this machine has no " + devices.resolve("gpiochip0") + "; a Raspberry Pi has one");
            }
            if (readable == null) {
                throw noPermission("GPIO", any, "gpio");
            }
        } catch (IOException unreadable) {
            throw unreadable instanceof BusException fault
                    ? fault
                    : new BusException(Kind.FAILED, "GPIO: " + devices + " cannot be listed", unreadable);
        }
        checkProcessor("GPIO");
    }

    private void check(Path device, String what, String turnOn, String group) throws BusException {
        checkDevice(device, what, turnOn, group);
        checkProcessor(what);
    }

    private static void checkDevice(Path device, String what, String turnOn, String group) throws BusException {
        if (!Files.exists(device)) {
            throw new BusException(
                    Kind.NOT_FOUND,
                    what + ": " + device + " does not exist; on a Raspberry Pi turn it on with: " + turnOn);
        }
        if (!usable(device)) {
            throw noPermission(what, device, group);
        }
    }

    private static boolean usable(Path device) {
        return Files.isReadable(device) && Files.isWritable(device);
    }

    private static BusException noPermission(String what, Path device, String group) {
        return new BusException(
                Kind.NO_PERMISSION,
                what + ": no permission for " + device + "; type: sudo usermod -aG " + group
                        + " $USER, then log in again");
    }

    /** Pi4J 2.8.0 brings native code for ARM only. */
    private void checkProcessor(String what) throws BusException {
        if (!processor.equals("aarch64") && !processor.equals("arm")) {
            throw new BusException(
                    Kind.UNSUPPORTED,
                    what + ": Pi4J has no native code for " + processor
                            + "; it works on a Raspberry Pi (aarch64, arm)");
        }
    }
}
