package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.time.VirtualClock;

/** People who cough and move while they practise: coughs are told as such, and hide no contraction after them. */
class CoughingSessionTest {
    private static final long REFLEX_NANOS = 500_000_000L;

    private final List<Contraction> found = new ArrayList<>();
    private final List<Remark> coughs = new ArrayList<>();

    private Truth practise(String person, int seed, String happening) {
        found.clear();
        coughs.clear();
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var sensor = SimulatedSensor.open(
                DeviceUri.parse("sim:" + person + "?signal=pressure&seed=" + seed + happening), clock);
        Session.of(SessionSetup.watching(sensor, clock)
                        .guiding(Scenario.named("lift3-healthy").programme())
                        .watchedBy(sensor.person())
                        .followedBy(new Follower() {
                            @Override
                            public void contraction(Contraction contraction) {
                                found.add(contraction);
                            }

                            @Override
                            public void remark(Remark remark) {
                                if (remark.kind() == Remark.Kind.COUGH) {
                                    coughs.add(remark);
                                }
                            }
                        }))
                .run();
        return sensor.truth();
    }

    private static boolean meet(Truth.Event cough, long fromNanos, long untilNanos) {
        return fromNanos - cough.untilNanos() < REFLEX_NANOS && cough.fromNanos() - untilNanos < 0;
    }

    @Test
    void coughsInRestAreToldOnceEachAndMovementsAreNone() {
        int inRest = 0;
        int told = 0;
        int invented = 0;
        for (int seed = 51; seed <= 58; seed++) {
            List<Truth.Event> events = practise("healthy", seed, "&coughs=2&movements=2").events().stream()
                    .filter(event -> event.what() == Happening.Kind.COUGH)
                    .toList();
            inRest += (int) events.stream()
                    .filter(cough -> found.stream().noneMatch(c -> meet(cough, c.onsetNanos(), c.offsetNanos())))
                    .count();
            told += coughs.size();
            invented += (int) coughs.stream()
                    .filter(remark -> events.stream().noneMatch(c -> meet(c, remark.fromNanos(), remark.untilNanos())))
                    .count();
        }
        assertThat(inRest).isGreaterThan(20);
        assertThat(invented).isZero();
        assertThat(told / (double) inRest).isBetween(0.9, 1.1);
    }

    /** A cough is ten times as high as this squeeze; it must not become what a squeeze is measured by. */
    @Test
    void whoIsWeakIsFoundContractingAfterACoughToo() {
        int all = 0;
        int missed = 0;
        for (int seed = 51; seed <= 58; seed++) {
            Truth truth = practise("weak", seed, "&coughs=1");
            all += truth.contractions().size();
            missed += (int) truth.contractions().stream()
                    .filter(real -> found.stream()
                            .noneMatch(c ->
                                    c.onsetNanos() - real.offsetNanos() < 0 && real.onsetNanos() - c.offsetNanos() < 0))
                    .count();
        }
        assertThat(missed / (double) all).isLessThan(0.1);
    }
}
