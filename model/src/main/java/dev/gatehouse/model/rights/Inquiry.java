package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Explanation;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.rights.Answer.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * May this principal do that? Asked of rights, not of servers: whether the server has the thing is another question.
 *
 * @param server the key under which the server is exposed
 * @param name of the tool or prompt as the server itself calls it, or the URI of a resource
 */
public record Inquiry(PrincipalKey principal, String server, RightsKind kind, String name) {

    /** As a gateway over {@code view} would decide at {@code now}. */
    public Answer answer(AccessView view, Instant now) {
        Optional<McpServer> declared = view.declaredAs(server);
        Cause cause = ofPrincipal(view, now).or(() -> ofServer(view, declared)).orElse(null);
        if (cause != null || declared.isEmpty()) {
            return new Answer.Denied(cause == null ? Cause.UNKNOWN_SERVER : cause, List.of(), List.of());
        }
        Principal caller = view.principal(principal).orElseThrow();
        return explained(view, Explanation.of(caller.grants(), action(AccessView.idOf(declared.get()))));
    }

    private Action action(ServerId id) {
        return kind.actions(id, name).getFirst();
    }

    private Optional<Cause> ofPrincipal(AccessView view, Instant now) {
        return switch (view.standing(principal)) {
            case ABSENT -> Optional.of(Cause.UNKNOWN_PRINCIPAL);
            case REFUSED -> Optional.of(Cause.PRINCIPAL_REFUSED);
            case SUSPENDED -> Optional.of(Cause.PRINCIPAL_SUSPENDED);
            case WITHOUT_TOKEN -> Optional.of(Cause.NO_USABLE_TOKEN);
            case ACTIVE ->
                view.principal(principal).stream()
                                .flatMap(caller -> caller.tokens().stream())
                                .anyMatch(token -> token.isValidAt(now))
                        ? Optional.empty()
                        : Optional.of(Cause.NO_USABLE_TOKEN);
        };
    }

    private static Optional<Cause> ofServer(AccessView view, Optional<McpServer> declared) {
        if (declared.isEmpty()) {
            return Optional.of(Cause.UNKNOWN_SERVER);
        }
        McpServer server = declared.get();
        if (view.served().containsKey(AccessView.idOf(server))) {
            return Optional.empty();
        }
        return Optional.of(server.spec().suspend() ? Cause.SERVER_SUSPENDED : Cause.SERVER_REFUSED);
    }

    private Answer explained(AccessView view, Explanation why) {
        DeclaredIdentity holder = view.identity(principal).orElseThrow();
        return switch (why.decision()) {
            case Decision.Allowed _ ->
                new Answer.Allowed(why.parts().stream()
                        .filter(part -> part.decision().isAllowed())
                        .flatMap(part -> RulePlace.ofGrant(view, holder, part, kind).stream())
                        .toList());
            case Decision.Denied denied ->
                new Answer.Denied(
                        cause(denied.reason()),
                        why.parts().stream()
                                .flatMap(part -> RulePlace.ofGrant(view, holder, part, kind).stream())
                                .toList(),
                        why.parts().stream()
                                .flatMap(part -> RulePlace.ofException(view, holder, part, kind).stream())
                                .toList());
        };
    }

    private static Cause cause(Decision.Reason reason) {
        return switch (reason) {
            case NOT_GRANTED -> Cause.NOT_GRANTED;
            case EXCEPTED -> Cause.EXCEPTED;
            case AMBIGUOUS_URI -> Cause.AMBIGUOUS_URI;
        };
    }
}
