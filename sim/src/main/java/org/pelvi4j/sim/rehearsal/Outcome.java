package org.pelvi4j.sim.rehearsal;

import java.util.List;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Truth;
import org.pelvi4j.sim.device.Witness;

/**
 * What came of a rehearsal. All times are nanoseconds of its virtual clock. Immutable, but for the tape's arrays.
 *
 * @param scenario what was practised
 * @param sensor what measured, as its driver calls it
 * @param result how the exercise ended, with one result per repetition
 * @param said what the flow said, in order
 * @param truth what the body really did
 * @param wire what the board really sent; nothing without a board
 * @param tape signal, level and truth over time
 */
public record Outcome(
        Scenario scenario, SensorInfo sensor, ExerciseResult result, Said said, Real truth, Wire wire, Tape tape) {
    /**
     * What the flow said. Immutable.
     *
     * @param cues what was asked
     * @param contractions what was found
     * @param phases each change of the phase
     * @param events what went into the record, in the texts of {@link org.pelvi4j.record.AnnotationText}
     * @param troubles what went wrong beside the exercise
     */
    public record Said(
            List<Cue> cues,
            List<Contraction> contractions,
            List<PhaseEvent> phases,
            List<Told> events,
            List<String> troubles) {
        /** Copies the lists. */
        public Said {
            cues = List.copyOf(cues);
            contractions = List.copyOf(contractions);
            phases = List.copyOf(phases);
            events = List.copyOf(events);
            troubles = List.copyOf(troubles);
        }

        /**
         * Finds events by their text.
         *
         * @param text with which they begin, such as {@code COUGH}
         * @return in order
         */
        public List<Told> events(String text) {
            return events.stream()
                    .filter(told -> told.event().text().startsWith(text))
                    .toList();
        }
    }

    /**
     * An event of the record, and when it was known. Immutable.
     *
     * @param toldNanos when the flow told it
     * @param event what, and when it was
     */
    public record Told(long toldNanos, Annotation event) {}

    /**
     * What the body really did. Immutable.
     *
     * @param contractions in order
     * @param events what happened beside the exercise
     */
    public record Real(List<Truth.Contraction> contractions, List<Truth.Event> events) {
        /** Copies the lists. */
        public Real {
            contractions = List.copyOf(contractions);
            events = List.copyOf(events);
        }
    }

    /**
     * What a board did. Immutable.
     *
     * @param frames each with its fate
     * @param notes faults, plugs and commands
     */
    public record Wire(List<Witness.Frame> frames, List<Note> notes) {
        /** Copies the lists. */
        public Wire {
            frames = List.copyOf(frames);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Something that a board tells of itself. Immutable.
     *
     * @param atNanos when
     * @param text one line
     */
    public record Note(long atNanos, String text) {}

    /**
     * Contractions that were found where none was.
     *
     * @return how many
     */
    public long invented() {
        return said.contractions().stream()
                .filter(found -> truth.contractions().stream().noneMatch(real -> overlap(found, real)))
                .count();
    }

    /**
     * Contractions that were and were not found.
     *
     * @return how many
     */
    public long missed() {
        return truth.contractions().stream()
                .filter(real -> said.contractions().stream().noneMatch(found -> overlap(found, real)))
                .count();
    }

    private static boolean overlap(Contraction found, Truth.Contraction real) {
        return found.onsetNanos() - real.offsetNanos() < 0 && real.onsetNanos() - found.offsetNanos() < 0;
    }
}
