package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps a bug in judging one object from becoming everybody's: the object is refused with a finding, and what was thrown is
 * handed out once, however often the same object breaks in the same way.
 */
final class Quarantine {

    static final String MESSAGE =
            "Gatehouse itself failed to judge this object, and refuses it; other objects are unaffected."
                    + " Please report this, with the stack trace that the log holds.";

    private final Trial trial;
    private final Map<ResourceKey, Case> cases = new HashMap<>();
    private final List<Bug> fresh = new ArrayList<>();

    /** Is told what is about to be judged, so that a test can have it fail; what it throws counts as the judging's. */
    @FunctionalInterface
    interface Trial {

        /** Nobody waits for anything to fail. */
        Trial NONE = (resource, stage) -> {};

        void begin(Resource resource, Stage stage);
    }

    /** What an object is asked about. */
    enum Stage {
        /** What it comes to by itself. */
        ALONE,
        /** What others make of it. */
        AMONG_OTHERS
    }

    /** In which state an object broke, and how. */
    private record Case(Resource resource, Class<?> type) {}

    Quarantine(Trial trial) {
        this.trial = trial;
    }

    /** What {@code judging} gives, or what {@code refused} makes of the finding that it failed. */
    <T> T judge(Resource resource, Supplier<? extends T> judging, Function<Finding, ? extends T> refused) {
        return judge(resource, Stage.ALONE, judging, refused);
    }

    /** The same for what an object comes to together with others. */
    <T> T judge(Resource resource, Stage stage, Supplier<? extends T> judging, Function<Finding, ? extends T> refused) {
        try {
            trial.begin(resource, stage);
            return judging.get();
        } catch (RuntimeException | StackOverflowError thrown) {
            note(resource, thrown);
            return refused.apply(new Finding(resource.key(), "", Reason.INTERNAL_ERROR, MESSAGE));
        }
    }

    /** What has been thrown for the first time since the last call; {@code findings} tell which cases are closed. */
    List<Bug> release(List<Finding> findings) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Set<ResourceKey> open = new HashSet<>();
        findings.stream()
                .filter(finding -> finding.reason() == Reason.INTERNAL_ERROR)
                .forEach(finding -> open.add(finding.resource()));
        cases.keySet().retainAll(open);
        List<Bug> released = List.copyOf(fresh);
        fresh.clear();
        return released;
    }

    @SuppressWarnings("ReferenceEquality") // an unchanged object keeps its instance
    private void note(Resource resource, Throwable thrown) {
        Case known = cases.get(resource.key());
        if (known == null || known.resource() != resource || !known.type().equals(thrown.getClass())) {
            cases.put(resource.key(), new Case(resource, thrown.getClass()));
            fresh.add(new Bug(resource.key(), thrown));
        }
    }
}
