package org.pelvi4j.sim.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter of type {@link PluggedDevice}: a virtual serial board behind a port in memory, in virtual time. A parameter
 * of type {@link org.pelvi4j.time.VirtualClock} beside it is the clock that reading advances. When the test ends, the port
 * must have been opened and be closed, and no frame may have been lost because it was read too slowly.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedThings.class)
public @interface SimulatedDevice {
    /**
     * Which board.
     *
     * @return its word in {@code simulate --list}
     */
    String value() default "cyton";

    /**
     * What it measures.
     *
     * @return the id of a scenario
     */
    String scenario() default "lift3-healthy";

    /**
     * What goes wrong, beside the scenario's own faults.
     *
     * @return each in the grammar of {@link org.pelvi4j.sim.fault.Fault}
     */
    String[] faults() default {};

    /**
     * What the test is excused from.
     *
     * @return nothing, unless it says so
     */
    Relax[] relax() default {};
}
