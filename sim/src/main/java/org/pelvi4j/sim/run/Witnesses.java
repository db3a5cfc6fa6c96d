package org.pelvi4j.sim.run;

import java.util.List;
import org.pelvi4j.sim.device.Witness;

/** Several witnesses, each told in turn. Confined to one thread. */
record Witnesses(List<Witness> all) implements Witness {
    Witnesses {
        all = List.copyOf(all);
    }

    @Override
    public void frame(Frame frame) {
        all.forEach(witness -> witness.frame(frame));
    }

    @Override
    public void event(double seconds, String text) {
        all.forEach(witness -> witness.event(seconds, text));
    }

    @Override
    public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
        all.forEach(witness -> witness.body(what, fromSeconds, untilSeconds, plateau));
    }
}
