package org.pelvi4j.sensor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.sensor.SensorState.Kind;

/** Judges how a sensor on a serial wire is: first the wire, then the board's answers, then its data. Confined to one thread. */
final class Health {
    /** A text with figures changes at most so often. */
    private static final long TEXT_NANOS = 1_000_000_000L;

    private final SteadyLink link;
    private final Board board;
    private final Timeline timeline;
    private final long staleNanos;
    private final double rateHz;
    private @Nullable BusException shown;
    private long writtenNanos;
    private SensorState state = new SensorState(Kind.STARTING, "The sensor is being opened.");

    Health(SteadyLink link, Board board, Timeline timeline) {
        this.link = link;
        this.board = board;
        this.timeline = timeline;
        this.staleNanos = Timeline.staleNanos(board.info());
        this.rateHz = board.info().rateHz();
    }

    /** Judges, knowing when the last sample came. */
    SensorState judge(long nowNanos, long lastSampleNanos) {
        if (!link.isOpen()) {
            state = wire();
        } else {
            shown = null;
            state = board.dialogue().state().kind() == Kind.OK
                    ? data(nowNanos, lastSampleNanos)
                    : board.dialogue().state();
        }
        return state;
    }

    private SensorState wire() {
        BusException trouble = link.trouble();
        if (trouble == null || trouble == shown) {
            return state;
        }
        shown = trouble;
        String text = trouble.getMessage() == null ? trouble.kind().toString() : trouble.getMessage();
        return new SensorState(kindOf(trouble), text);
    }

    /** How a sensor is whose wire has that fault. */
    static Kind kindOf(BusException trouble) {
        return switch (trouble.kind()) {
            case BUSY -> Kind.BUSY;
            case NO_PERMISSION -> Kind.NO_PERMISSION;
            case WRONG_DEVICE -> Kind.WRONG_DEVICE;
            case NOT_FOUND, DISCONNECTED, NO_ANSWER, UNSUPPORTED, FAILED -> Kind.ABSENT;
        };
    }

    private SensorState data(long nowNanos, long lastSampleNanos) {
        if (nowNanos - lastSampleNanos > staleNanos) {
            return text(Kind.SILENT, "no data comes; is the board switched on?", nowNanos);
        }
        if (timeline.wrongRateHz() > 0) {
            return text(
                    Kind.WRONG_DEVICE,
                    String.format(
                            Locale.ROOT,
                            "expected %.0f samples a second but %.1f come; check the board and 'rate'",
                            rateHz,
                            timeline.wrongRateHz()),
                    nowNanos);
        }
        if (timeline.isLate()) {
            return text(
                    Kind.SILENT,
                    String.format(Locale.ROOT, "data comes %.1f s late; it is not used", timeline.lateNanos() / 1e9),
                    nowNanos);
        }
        return SensorState.OK;
    }

    private SensorState text(Kind kind, String words, long nowNanos) {
        if (state.kind() == kind && nowNanos - writtenNanos < TEXT_NANOS) {
            return state;
        }
        writtenNanos = nowNanos;
        return new SensorState(kind, link.path() + ": " + words);
    }
}
