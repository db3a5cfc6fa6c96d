package org.pelvi4j.sim.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter of type {@link org.pelvi4j.sim.SimulatedSensor}: a simulated person with a sensor, in virtual time. A
 * parameter of type {@link org.pelvi4j.time.VirtualClock} beside it is the clock that reading advances. When the test
 * ends, the sensor must have been read and be closed, as a session does.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatedThings.class)
public @interface SimulatedPerson {
    /**
     * Who, as in a sensor's URI without {@code sim:}: a profile or a scenario, with options.
     *
     * @return such as {@code healthy}, {@code weak?signal=pressure&seed=7} or {@code leadoff-midset}
     */
    String value() default "healthy";

    /**
     * What the test is excused from.
     *
     * @return nothing, unless it says so
     */
    Relax[] relax() default {};
}
