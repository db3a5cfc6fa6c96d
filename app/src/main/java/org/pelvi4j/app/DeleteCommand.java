package org.pelvi4j.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code delete}: gone for good. Confined to one thread. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Deletes a practice, a person or everything: rows, journal and recordings.",
            "Backups and exports that you made elsewhere stay. A memory card may keep what it has spread over its chips:"
                    + " where that matters, destroy the card."
        },
        footer = {"", "Examples:", "  pelvi4j delete --practice 12", "  pelvi4j delete --person Ada"})
final class DeleteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    /** One of three. */
    static final class What {
        @Option(
                names = "--practice",
                paramLabel = "ID",
                required = true,
                description = "The id that 'pelvi4j history --json' tells.")
        private long practice;

        @Option(names = "--person", paramLabel = "NAME", required = true, description = "A name or a code.")
        private @Nullable String person;

        @Option(names = "--everything", required = true, description = "All people and all that is put aside.")
        private boolean everything;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Store store = folder.open(spec.commandLine().getErr())) {
            if (what.everything) {
                confirm(out, "everything in " + store.root());
                store.deleteEverything();
            } else if (what.person != null) {
                person(store, what.person, out);
            } else {
                practice(store, what.practice, out);
            }
            out.println("Deleted.");
            store.aside()
                    .ifPresent(folder -> out.println(
                            "Put aside earlier, and still there: " + folder + "; look into it, or delete it."));
        }
        out.flush();
        return 0;
    }

    private void person(Store store, String name, PrintWriter out) throws IOException {
        Profile person = store.profiles()
                .find(name)
                .orElseThrow(() -> new Failure("--person: expected somebody in the record but was '" + name + "'"));
        int practices = store.practices().latest(person.id(), Integer.MAX_VALUE).size();
        confirm(out, person.name() + " (" + person.code() + ") with " + practices + " practices");
        store.profiles().delete(person.id());
    }

    private void practice(Store store, long id, PrintWriter out) throws IOException {
        Practice practice = store.practices()
                .find(id)
                .orElseThrow(() -> new Failure("--practice: expected the id of one in the record but was " + id));
        confirm(
                out,
                "practice " + id + " of " + practice.day() + ", "
                        + practice.start().programme());
        store.practices().delete(id);
    }

    private void confirm(PrintWriter out, String which) throws IOException {
        if (yes) {
            return;
        }
        if (!Console.interactive()) {
            throw new Failure("expected --yes to delete " + which + "; nothing was deleted");
        }
        out.print("Delete " + which + "? It cannot be brought back. Type yes: ");
        out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        if (answer == null || !answer.strip().equals("yes")) {
            throw new Failure("nothing was deleted");
        }
    }
}
