package org.pelvi4j.app;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.terminal.LinesDisplay;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.VirtualClock;

// README shows the lines between the two marks; ReadmeTest compares and runs them.
final class ReadmeProgram {
    private ReadmeProgram() {}

    // begin
    public static void main(String... args) throws Exception {
        var clock = VirtualClock.startingAt(Instant.now());
        var person = SimulatedSensor.open(DeviceUri.parse("sim:healthy?seed=7&signal=emg"), clock);
        var yaml = ReadmeProgram.class.getResourceAsStream("/programmes/lift-3min.yaml");
        try (var reader = new InputStreamReader(Objects.requireNonNull(yaml), StandardCharsets.UTF_8)) {
            var programme = Programme.read("lift-3min.yaml", reader);
            var display = LinesDisplay.to(System.out, Words.english());
            var session = Session.of(SessionSetup.watching(person, clock)
                    .guiding(programme)
                    .shownOn(List.of(display), 1)
                    .watchedBy(person.person()));
            var result = Objects.requireNonNull(session.run());
            System.out.println(result.held() + " of " + result.planned() + " held");
        }
    }
    // end
}
