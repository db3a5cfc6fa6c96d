package org.pelvi4j.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;

/** Why a port cannot be opened, in words that say what to do. Thread-safe. */
final class OpenFault {
    /** Error numbers of Linux. Source: asm-generic/errno-base.h. */
    private static final int ENOENT = 2;

    private static final int EIO = 5;
    private static final int ENXIO = 6;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int ENODEV = 19;
    private static final int ENOTTY = 25;

    private OpenFault() {}

    /** Refuses what can be seen beforehand. */
    static void check(String path) throws BusException {
        try {
            Path port = Path.of(path);
            if (!Files.exists(port)) {
                throw notFound(path);
            }
            if (!Files.isReadable(port) || !Files.isWritable(port)) {
                throw noPermission(path);
            }
            if (Files.isDirectory(port) || Files.isRegularFile(port)) {
                throw noPort(path);
            }
        } catch (InvalidPathException wrong) {
            throw notFound(path);
        }
    }

    /**
     * The fault that an error number stands for. A port that this program has open already gives whatever error came
     * last, so who holds it is looked up for that too.
     */
    static BusException of(String path, int error) {
        return switch (error) {
            case ENOENT, ENXIO, ENODEV, EIO ->
                holder(path).map(name -> busy(path, name)).orElseGet(() -> notFound(path));
            case EACCES -> noPermission(path);
            case EBUSY, EAGAIN -> busy(path, holder(path).orElse("another program"));
            case ENOTTY -> noPort(path);
            default -> new BusException(Kind.FAILED, path + ": cannot be opened (error " + error + ")");
        };
    }

    private static BusException busy(String path, String by) {
        return new BusException(Kind.BUSY, path + ": in use by " + by + "; close it there");
    }

    private static BusException notFound(String path) {
        return new BusException(Kind.NOT_FOUND, path + ": no such port; is the device plugged in?");
    }

    private static BusException noPermission(String path) {
        return new BusException(
                Kind.NO_PERMISSION,
                path + ": no permission; type 'sudo usermod -aG dialout $USER', then log out and in again");
    }

    private static BusException noPort(String path) {
        return new BusException(Kind.FAILED, path + ": is no serial port");
    }

    /** Who has it open, as far as this user may see. */
    private static Optional<String> holder(String path) {
        try {
            Path real = Path.of(path).toRealPath();
            return ProcessHandle.allProcesses()
                    .filter(process -> hasOpen(process, real))
                    .findFirst()
                    .map(OpenFault::name);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean hasOpen(ProcessHandle process, Path real) {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return files.anyMatch(file -> leadsTo(file, real));
        } catch (IOException | java.io.UncheckedIOException notOurs) {
            return false;
        }
    }

    private static boolean leadsTo(Path file, Path real) {
        try {
            return Files.readSymbolicLink(file).equals(real);
        } catch (IOException closed) {
            return false;
        }
    }

    private static String name(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return "this program itself";
        }
        String command = process.info()
                .command()
                .map(text -> "'" + Path.of(text).getFileName() + "' ")
                .orElse("");
        return command + "(process " + process.pid() + ")";
    }
}
