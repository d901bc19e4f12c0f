package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.resource.status.TokenStatus;
import dev.gatehouse.operator.publish.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the statuses of clients and users have in common. */
record PrincipalStatus(
        long generation,
        List<Condition> conditions,
        List<TokenStatus> tokens,
        List<String> servers,
        List<String> warnings,
        Optional<Instant> nextChange) {

    static final int MOST_SERVERS = 256;

    static PrincipalStatus of(
            Situation situation,
            ResourceKey key,
            PrincipalKind kind,
            @Nullable ObservedStatus before,
            List<TokenStatus> tokensBefore,
            Instant now) {
        Published published = situation.published();
        Declared declared = Declared.of(published.resource(key).orElse(null));
        Judgement judgement = situation.judge(key, declared.suspend());
        var conditions = Conditions.of(judgement, Situation.conditionsOf(before), now);
        var id = new PrincipalKey(kind, key.namespace(), key.name());
        Principal compiled = published.principal(id).orElseGet(() -> nobody(id));
        var tokens = new Tokens(
                declared, compiled, judgement.findings(), situation.uses().apply(id), tokensBefore, now);
        var warnings = new ArrayList<>(tokens.warnings());
        warnings.addAll(Warnings.of(judgement.findings()));
        List<String> unmatched = UnmatchedRules.warnings(situation, key, judgement.findings(), before);
        return new PrincipalStatus(
                judgement.generation(),
                conditions,
                tokens.all(),
                servers(published, compiled.grants()),
                Warnings.withFurther(warnings, unmatched),
                Stream.of(tokens.nextChange(), Conditions.nextChange(conditions, now))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    /** What the compiled rules lead to, as callers know it: a server that is not served is not listed. */
    private static List<String> servers(Published published, Grants grants) {
        return grants.ruleSets().stream()
                .flatMap(ruleSet -> ruleSet.servers().stream())
                .flatMap(rules -> published.server(rules.server()).stream())
                .map(UpstreamServer::key)
                .distinct()
                .sorted()
                .limit(MOST_SERVERS)
                .toList();
    }

    private static Principal nobody(PrincipalKey key) {
        return new Principal(key, "", 0, null, List.of(), List.of(), Grants.NONE, null);
    }
}
