package org.pelvi4j.sim.soak;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What did not hold in one practice, each thing once. Confined to one thread. */
final class Findings {
    private final Map<String, String> broken = new LinkedHashMap<>();

    void add(String invariant, String how) {
        broken.putIfAbsent(invariant, invariant + ": " + how);
    }

    Collection<String> all() {
        return broken.values();
    }
}
