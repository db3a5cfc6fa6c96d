package org.pelvi4j.app;

import java.io.IOException;
import java.util.List;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.bus.DeviceUri;

/** What can be set for a person, and what each may be. Immutable. */
final class ProfileSettings {
    static final List<String> NAMES =
            List.of("programme", "sensor", "probe", "site", "groups", "hours-apart", "most-groups");

    private ProfileSettings() {}

    static void check(String name, String value) throws IOException {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("NAME: expected one of " + NAMES + " but was '" + name + "'");
        }
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "programme" -> {
                var unused = Programmes.named(value);
            }
            case "sensor" -> {
                var unused = DeviceUri.parse(value);
            }
            case "site" -> {
                if (!List.of("vaginal", "anal").contains(value)) {
                    throw new IllegalArgumentException("site: expected vaginal or anal but was '" + value + "'");
                }
            }
            case "groups", "most-groups" -> number(name, value, 1);
            case "hours-apart" -> number(name, value, 0);
            default -> {}
        }
    }

    private static void number(String name, String value, int least) {
        if (!value.matches("[0-9]{1,2}") || Integer.parseInt(value) < least || Integer.parseInt(value) > 12) {
            throw new IllegalArgumentException(name + ": expected " + least + " to 12 but was '" + value + "'");
        }
    }

    /** One person per probe. Source: DOMAIN 1.16, safety. */
    static void checkProbe(Store store, Profile person, String name, String value) throws IOException {
        if (!name.equals("probe") || value.isEmpty()) {
            return;
        }
        for (Profile other : store.profiles().all()) {
            boolean same = other.id() != person.id()
                    && store.profiles().setting(other.id(), "probe").orElse("").equals(value);
            if (same) {
                throw new Failure("probe: '" + value + "' is " + other.name() + "'s; one person per probe");
            }
        }
    }
}
