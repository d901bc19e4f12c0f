package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.resource.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes about one principal.
 *
 * @param before {@link Standing#ABSENT} for one that is new
 * @param now {@link Standing#ABSENT} for one that goes
 * @param roleBefore of a user
 * @param roleNow of a user
 */
public record PrincipalChange(
        PrincipalKey principal,
        Standing before,
        Standing now,
        @Nullable Role roleBefore,
        @Nullable Role roleNow,
        List<TokenChange> tokens,
        List<RightsChange> rights) {

    public PrincipalChange {
        tokens = List.copyOf(tokens);
        rights = List.copyOf(rights);
    }

    public boolean becomesAdmin() {
        return roleNow == Role.ADMIN && roleBefore != Role.ADMIN && mayAct(now);
    }

    /** Whether it may do, or be used for, anything that it might not before. */
    public boolean widens() {
        return becomesAdmin()
                || (before == Standing.SUSPENDED && mayAct(now))
                || tokens.stream().anyMatch(TokenChange::widens)
                || rights.stream().anyMatch(RightsChange::gained);
    }

    boolean isNothing() {
        return before == now && roleBefore == roleNow && tokens.isEmpty() && rights.isEmpty();
    }

    private static boolean mayAct(Standing standing) {
        return standing == Standing.ACTIVE || standing == Standing.WITHOUT_TOKEN;
    }
}
