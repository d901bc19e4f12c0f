package dev.gatehouse.model.resource.status;

import java.util.List;

/** The column that says how many of a principal's tokens authenticate. */
final class ActiveTokens {

    private ActiveTokens() {}

    /** Such as {@code 1/2}. */
    static String of(List<TokenStatus> tokens) {
        long active = tokens.stream()
                .filter(token -> token.state() == TokenState.ACTIVE)
                .count();
        return active + "/" + tokens.size();
    }
}
