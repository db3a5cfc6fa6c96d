package org.pelvi4j.sim.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryFilter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.VirtualClock;

/** The extension as its users meet it: tests run by JUnit's own engine, and what they are told. */
class SimulatedThingsTest {
    /** Tests that are run by the tests below only: no name that a build looks for. */
    static class Cases {
        private static final SampleSink NOWHERE = new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {}

            @Override
            public void gap(Gap gap) {}
        };

        @Test
        void good(@SimulatedPerson("weak?seed=3") SimulatedSensor person, VirtualClock clock) {
            long start = clock.nowNanos();
            person.read(NOWHERE);
            assertThat(clock.nowNanos()).isGreaterThan(start);
            person.close();
        }

        @Test
        void leftOpen(@SimulatedPerson SimulatedSensor person) {
            person.read(NOWHERE);
        }

        @Test
        void leftOpenAllowed(@SimulatedPerson(relax = Relax.LEFT_OPEN) SimulatedSensor person) {
            person.read(NOWHERE);
        }

        @Test
        void neverRead(@SimulatedPerson SimulatedSensor person) {
            person.close();
        }

        @Test
        void nobody(@SimulatedPerson("nobody") SimulatedSensor person) {}

        @Test
        void wrongType(@SimulatedPerson String person) {}

        @Test
        void boardNeverOpened(@SimulatedDevice PluggedDevice board) {}

        @Test
        void boardLeftOpen(@SimulatedDevice PluggedDevice board) {
            board.sensor().read(NOWHERE);
        }

        @Test
        void boardReadTooSlowly(@SimulatedDevice PluggedDevice board, VirtualClock clock) {
            try (Sensor sensor = board.sensor()) {
                for (int i = 0; i < 100; i++) {
                    sensor.read(NOWHERE);
                }
                clock.advance(60_000_000_000L);
                sensor.read(NOWHERE);
            }
        }

        @Test
        void boardCannot(@SimulatedDevice(value = "arduino", faults = "counter-jump") PluggedDevice board) {}

        @Test
        void aFailureOfItsOwn(@SimulatedPerson SimulatedSensor person) {
            throw new IllegalStateException("mine");
        }
    }

    /** What came of one case: empty when it passed. */
    private static String run(String method) {
        var engine = new JupiterTestEngine();
        TestDescriptor root = engine.discover(
                new Request(DiscoverySelectors.selectMethod(Cases.class, method(method))),
                UniqueId.forEngine("junit-jupiter"));
        var told = new ArrayList<String>();
        engine.execute(ExecutionRequest.create(
                root,
                new EngineExecutionListener() {
                    @Override
                    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
                        result.getThrowable().ifPresent(wrong -> told.add(String.valueOf(wrong.getMessage())));
                    }
                },
                new Nothing(),
                new NoFiles(),
                new NamespacedHierarchicalStore<>(new NamespacedHierarchicalStore<>(null))));
        return String.join("\n", told);
    }

    private static java.lang.reflect.Method method(String name) {
        return java.util.Arrays.stream(Cases.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTestThatReadsAndClosesPasses() {
        assertThat(run("good")).isEmpty();
    }

    @Test
    void whatIsLeftOpenIsToldWithTheSwitchThatExcusesIt() {
        assertThat(run("leftOpen"))
                .isEqualTo("simulated person 'healthy': expected to be closed at the end but is open;"
                        + " LEFT_OPEN excuses that");
        assertThat(run("leftOpenAllowed")).isEmpty();
        assertThat(run("boardLeftOpen")).contains("simulated device 'cyton': expected its port to be closed");
    }

    @Test
    void whatIsNeverReadIsTold() {
        assertThat(run("neverRead")).contains("expected to be read but never was; NEVER_READ excuses that");
        assertThat(run("boardNeverOpened")).contains("expected its port to be opened but it never was");
    }

    @Test
    void framesThatASlowReaderLosesAreTold() {
        assertThat(run("boardReadTooSlowly"))
                .matches(".*expected every frame to be read in time but [0-9]+ were lost.*");
    }

    @Test
    void aMistakeInTheAnnotationIsTold() {
        assertThat(run("nobody")).contains("expected one of healthy, athlete");
        assertThat(run("wrongType")).contains("expected a parameter of type SimulatedSensor but was String");
        assertThat(run("boardCannot")).contains("counter-jump");
    }

    @Test
    void aTestsOwnFailureIsNotHiddenByWhatItLeaves() {
        assertThat(run("aFailureOfItsOwn")).isEqualTo("mine");
    }

    @Test
    void thePageShowsATestThatCompiles() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        String test = Files.readString(Path.of("src/test/java/example/LiftTest.java"));
        assertThat(page).contains("```java\n" + test + "```");
    }

    private record Request(DiscoverySelector selector) implements EngineDiscoveryRequest {
        @Override
        public <T extends DiscoverySelector> List<T> getSelectorsByType(Class<T> type) {
            return type.isInstance(selector) ? List.of(type.cast(selector)) : List.of();
        }

        @Override
        public <T extends DiscoveryFilter<?>> List<T> getFiltersByType(Class<T> type) {
            return List.of();
        }

        @Override
        public ConfigurationParameters getConfigurationParameters() {
            return new Nothing();
        }

        @Override
        public OutputDirectoryCreator getOutputDirectoryCreator() {
            return new NoFiles();
        }
    }

    private static final class NoFiles implements OutputDirectoryCreator {
        @Override
        public Path getRootDirectory() {
            throw new AssertionError("expected no files");
        }

        @Override
        public Path createOutputDirectory(TestDescriptor test) {
            throw new AssertionError("expected no files");
        }
    }

    private static final class Nothing implements ConfigurationParameters {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return Optional.empty();
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester")
        public int size() {
            return 0;
        }

        @Override
        public Set<String> keySet() {
            return Set.of();
        }
    }
}
