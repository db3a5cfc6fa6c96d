package org.pelvi4j.sim.junit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.time.VirtualClock;

/**
 * Makes what {@link SimulatedPerson} and {@link SimulatedDevice} ask for, and looks at it when the test is over. JUnit
 * creates it; it is confined to the test's thread.
 */
public final class SimulatedThings implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SimulatedThings.class);

    /** For JUnit. */
    public SimulatedThings() {}

    /** One test's clock, and what must be said of its things at the end. */
    private static final class Test {
        private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
        private final List<Check> checks = new ArrayList<>();
    }

    /** Looks at one thing; an empty text when all is well. */
    private interface Check {
        String complaint();
    }

    private static Test test(ExtensionContext context) {
        return context.getStore(OURS).getOrComputeIfAbsent(Test.class, key -> new Test(), Test.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(SimulatedPerson.class)
                || parameter.isAnnotated(SimulatedDevice.class)
                || parameter.getParameter().getType() == VirtualClock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Test test = test(context);
        Optional<SimulatedPerson> person = parameter.findAnnotation(SimulatedPerson.class);
        Optional<SimulatedDevice> device = parameter.findAnnotation(SimulatedDevice.class);
        try {
            if (person.isPresent()) {
                expect(parameter, SimulatedSensor.class);
                return person(person.get(), test);
            }
            if (device.isPresent()) {
                expect(parameter, PluggedDevice.class);
                return device(device.get(), test);
            }
        } catch (IllegalArgumentException wrong) {
            throw new ParameterResolutionException(parameter.getParameter() + ": " + wrong.getMessage(), wrong);
        }
        return test.clock;
    }

    private static void expect(ParameterContext parameter, Class<?> type) {
        Class<?> was = parameter.getParameter().getType();
        if (was != type) {
            throw new IllegalArgumentException(
                    "expected a parameter of type " + type.getSimpleName() + " but was " + was.getSimpleName());
        }
    }

    private static SimulatedSensor person(SimulatedPerson asked, Test test) {
        SimulatedSensor sensor = SimulatedSensor.open(DeviceUri.parse("sim:" + asked.value()), test.clock);
        List<Relax> excused = Arrays.asList(asked.relax());
        String who = "simulated person '" + asked.value() + "': ";
        test.checks.add(() -> {
            if (sensor.samples() == 0 && !excused.contains(Relax.NEVER_READ)) {
                return who + "expected to be read but never was; NEVER_READ excuses that";
            }
            boolean closed = sensor.state().kind() == SensorState.Kind.ENDED;
            return closed || excused.contains(Relax.LEFT_OPEN)
                    ? ""
                    : who + "expected to be closed at the end but is open; LEFT_OPEN excuses that";
        });
        return sensor;
    }

    private static PluggedDevice device(SimulatedDevice asked, Test test) {
        List<Fault> faults = Arrays.stream(asked.faults()).map(Fault::parse).toList();
        var device = new PluggedDevice(asked.value(), Scenario.named(asked.scenario()), faults, test.clock);
        test.checks.add(() -> {
            String complaint = device.complaint(asked.relax());
            return complaint.isEmpty() ? "" : "simulated device '" + asked.value() + "': " + complaint;
        });
        return device;
    }

    /** Fails a test that was good but for what it leaves behind. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            return;
        }
        for (Check check : test(context).checks) {
            String complaint = check.complaint();
            if (!complaint.isEmpty()) {
                throw new AssertionError(complaint);
            }
        }
    }
}
