package org.pelvi4j.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import picocli.CommandLine.Option;

/** The option that says whose record it is. Confined to one thread. */
final class Whose {
    private static final String FIRST = "me";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Whose: a name or code of 'pelvi4j profiles' (default: the active one).")
    private @Nullable String name;

    /** Whether the command line says whose. */
    boolean named() {
        return name != null;
    }

    /** The person, who must be there. */
    Profile in(Store store) throws StoreException {
        if (name != null) {
            return named(store, name);
        }
        return store.profiles()
                .active()
                .orElseThrow(() -> new Failure("nobody has practised yet; 'pelvi4j profiles add NAME' adds somebody"));
    }

    /** The person of this name or code, who must be there. */
    static Profile named(Store store, String given) throws StoreException {
        Optional<Profile> found = store.profiles().find(given);
        if (found.isEmpty()) {
            throw unknown(given, store.profiles().all());
        }
        return found.get();
    }

    /** The person; the first one of a new record is added. */
    Profile inOrFirst(Store store, Instant now, String language) throws StoreException {
        if (store.profiles().all().isEmpty()) {
            String first = name == null ? FIRST : name;
            return store.profiles().add(first, ZoneId.systemDefault(), language, now);
        }
        return in(store);
    }

    private static Failure unknown(String given, List<Profile> all) {
        String there = all.stream().map(Profile::name).collect(Collectors.joining(", "));
        return new Failure("profile '" + given + "': expected " + (there.isEmpty() ? "one of nobody yet" : there)
                + "; 'pelvi4j profiles add NAME' adds somebody");
    }
}
