package org.pelvi4j.app;

import java.time.Duration;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.exercise.DayPlan;

/** A person's plan of the day: the usual one, but for what is set. Immutable. */
final class Plans {
    private Plans() {}

    static DayPlan of(Store store, Profile person) throws StoreException {
        int groups = number(store, person, "groups", DayPlan.USUAL.groups());
        int hours = number(
                store, person, "hours-apart", (int) DayPlan.USUAL.spacing().toHours());
        return new DayPlan(groups, Duration.ofHours(hours), DayPlan.USUAL.others());
    }

    private static int number(Store store, Profile person, String name, int usual) throws StoreException {
        return store.profiles()
                .setting(person.id(), name)
                .map(Integer::parseInt)
                .orElse(usual);
    }
}
