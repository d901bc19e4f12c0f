package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.TokenSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which principals read a token from which Secret or external value, there or not. */
final class InputReaders {

    private final Map<SecretName, List<PrincipalEntry>> bySecret = new HashMap<>();
    private final Map<ExternalRef, List<PrincipalEntry>> byExternal = new HashMap<>();

    void add(PrincipalEntry entry) {
        forEachInput(
                entry.declaration(),
                secret -> add(bySecret, secret, entry),
                external -> add(byExternal, external, entry));
    }

    void remove(PrincipalEntry entry) {
        forEachInput(
                entry.declaration(),
                secret -> remove(bySecret, secret, entry),
                external -> remove(byExternal, external, entry));
    }

    /** Those whose tokens have to be read again. */
    Set<PrincipalEntry> of(ChangedInputs changed) {
        var readers = Collections.<PrincipalEntry>newSetFromMap(new IdentityHashMap<>());
        changed.secrets().forEach(secret -> readers.addAll(bySecret.getOrDefault(secret, List.of())));
        changed.externals().forEach(external -> readers.addAll(byExternal.getOrDefault(external, List.of())));
        return readers;
    }

    /** The same one may come twice. */
    private static void forEachInput(
            Declaration declaration, Consumer<SecretName> secrets, Consumer<ExternalRef> externals) {
        String namespace = declaration.namespace();
        IssuedToken issue = declaration.issue();
        if (issue != null) {
            secrets.accept(new SecretName(namespace, issue.secretName()));
        }
        for (TokenSource token : declaration.tokens()) {
            if (token.secretRef() != null) {
                secrets.accept(new SecretName(namespace, token.secretRef().name()));
            } else if (token.file() != null) {
                externals.accept(new ExternalRef.File(token.file()));
            } else if (token.env() != null) {
                externals.accept(new ExternalRef.Env(token.env()));
            }
        }
    }

    /** Most inputs have one reader: a list of exactly one is the smallest that can be kept of it. */
    private static <K> void add(Map<K, List<PrincipalEntry>> readers, K input, PrincipalEntry entry) {
        readers.merge(input, List.of(entry), (known, more) -> {
            var all = new ArrayList<>(known);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    private static <K> void remove(Map<K, List<PrincipalEntry>> readers, K input, PrincipalEntry entry) {
        readers.computeIfPresent(input, (key, known) -> {
            List<PrincipalEntry> others =
                    known.stream().filter(other -> !other.equals(entry)).toList();
            return others.isEmpty() ? null : others;
        });
    }
}
