package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.LabelSelector;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules can refer to: every declared server, also one that is suspended or refused, with who may grant it. Two
 * catalogues are equal when every rule means the same in both, so that a changed URL compiles no rule again. Not
 * thread-safe.
 */
final class ServerCatalogue {

    private static final String ANY_NAMESPACE = "any";

    private final Environment environment;
    private final List<Entry> entries;
    private final Map<String, Map<String, String>> namespaceLabels;
    private final Map<ServerId, Entry> byId = new HashMap<>();
    private final Set<LabelSelector> sound = new HashSet<>();
    private final Set<LabelSelector> unsound = new HashSet<>();
    private final Map<String, List<Entry>> grantable = new HashMap<>();

    /** A declared server. */
    record Entry(ServerId id, String key, AllowedNamespaces allowedNamespaces) {}

    private ServerCatalogue(
            Environment environment, List<Entry> entries, Map<String, Map<String, String>> namespaceLabels) {
        this.environment = environment;
        this.entries = entries;
        this.namespaceLabels = namespaceLabels;
        entries.forEach(entry -> byId.put(entry.id(), entry));
    }

    static ServerCatalogue of(World world, Environment environment) {
        var entries = new ArrayList<Entry>();
        for (McpServer server : world.servers()) {
            entries.add(new Entry(idOf(server), keyOf(server), server.spec().allowedNamespaces()));
        }
        var labels = new HashMap<String, Map<String, String>>();
        for (Namespace namespace : world.namespaces()) {
            labels.put(namespace.metadata().name(), namespace.metadata().labels());
        }
        return new ServerCatalogue(environment, entries, labels);
    }

    static ServerId idOf(McpServer server) {
        return new ServerId(server.metadata().namespace(), server.metadata().name());
    }

    static String keyOf(McpServer server) {
        String exposeAs = server.spec().exposeAs();
        return exposeAs == null ? server.metadata().name() : exposeAs;
    }

    @Nullable
    Entry find(ServerId id) {
        return byId.get(id);
    }

    /** Every server that objects of {@code namespace} may grant access to. */
    List<Entry> grantableFrom(String namespace) {
        return grantable.computeIfAbsent(
                namespace,
                from -> entries.stream()
                        .filter(entry -> isPermitted(
                                entry.allowedNamespaces(), entry.id().namespace(), from))
                        .toList());
    }

    boolean mayGrant(String from, Entry entry) {
        return isPermitted(entry.allowedNamespaces(), entry.id().namespace(), from);
    }

    /** Whether an object of namespace {@code owner} that says {@code allowed} may be referred to from {@code from}. */
    boolean isPermitted(AllowedNamespaces allowed, String owner, String from) {
        if (owner.equals(from)) {
            return true;
        }
        return switch (allowed.from()) {
            case SAME -> false;
            case ALL -> true;
            case SELECTOR ->
                allowed.selector() != null
                        && !unsound.contains(allowed.selector())
                        && selects(allowed.selector(), from);
        };
    }

    /**
     * Judges who may refer to an object. Tries its selector at once: one that cannot be evaluated fails its owner, and permits
     * nobody, rather than fail whoever refers to the owner.
     */
    void check(AllowedNamespaces allowed, String path, Verdict verdict) {
        LabelSelector selector = allowed.selector();
        if (selector != null && !sound.contains(selector)) {
            unsound.add(selector);
            namespaceLabels.keySet().forEach(namespace -> selects(selector, namespace));
            selects(selector, ANY_NAMESPACE);
            unsound.remove(selector);
            sound.add(selector);
        }
        NamespaceCheck.check(allowed, path, environment, verdict);
    }

    /** Where labels are hidden, what asks for any but the name's matches nothing: a missing one might have ruled it out. */
    private boolean selects(LabelSelector selector, String namespace) {
        if (environment.knowsLabels()) {
            Map<String, String> labels = namespaceLabels.get(namespace);
            return labels != null && selector.matches(labels);
        }
        return selector.asksForNothingBut(Namespace.NAME_LABEL)
                && selector.matches(Map.of(Namespace.NAME_LABEL, namespace));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServerCatalogue that
                && entries.equals(that.entries)
                && namespaceLabels.equals(that.namespaceLabels);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
