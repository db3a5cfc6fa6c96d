package org.pelvi4j.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.exercise.Block;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Progression;
import org.pelvi4j.exercise.Proposal;

/** Steps that a programme could take, by what was practised of it since it was last changed. Nothing is ever applied. Immutable. */
final class Proposals {
    /** As many as the rule looks at. Source: DOMAIN 1.5. */
    private static final int LOOKED_AT = 3;

    private Proposals() {}

    static Optional<Proposal> of(Store store, Profile person, Programme plan) throws StoreException {
        var sessions = new ArrayList<ExerciseResult>();
        for (Practice practice : store.practices().ofPlan(person.id(), plan.id(), plan.yaml(), LOOKED_AT)) {
            sessions.add(result(store, practice));
        }
        return Progression.propose(plan, List.copyOf(sessions));
    }

    /** One line for people. */
    static Optional<String> line(Store store, Profile person, Programme plan, Texts texts) throws StoreException {
        return of(store, person, plan)
                .map(proposal ->
                        texts.text(proposal.up() ? "proposal.up" : "proposal.back", change(plan, proposal, texts)));
    }

    /** What would change, in words. */
    static String change(Programme plan, Proposal proposal, Texts texts) {
        Block before = plan.blocks().get(0);
        Block after = proposal.programme().blocks().get(0);
        String key = "proposal." + proposal.what();
        return switch (proposal.what()) {
            case WORK -> texts.text(key, after.work().toSeconds(), before.work().toSeconds());
            case REPS -> texts.text(key, after.reps(), before.reps());
            case REST -> texts.text(key, after.rest().toSeconds(), before.rest().toSeconds());
        };
    }

    private static ExerciseResult result(Store store, Practice practice) throws StoreException {
        return new ExerciseResult(
                practice.start().programme(),
                end(practice.totals().ended()),
                store.practices().reps(practice.id()),
                practice.start().planned(),
                practice.totals().seconds());
    }

    private static ExerciseResult.End end(String name) {
        for (ExerciseResult.End end : ExerciseResult.End.values()) {
            if (end.name().equals(name)) {
                return end;
            }
        }
        return ExerciseResult.End.STOPPED;
    }
}
