package dev.gatehouse.gateway.api;

import org.jspecify.annotations.Nullable;

/** The bounds of one page, from {@code limit} and {@code after}. */
record Paging(int limit, @Nullable String after) {

    /** Null: {@code limit} is not a number from 1 to {@code most}. */
    static @Nullable Paging of(ApiRequest request, int usual, int most) {
        String limit = request.asked("limit");
        if (limit == null) {
            return new Paging(usual, request.asked("after"));
        }
        boolean digits = limit.length() <= 9 && limit.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(limit) : 0;
        return number >= 1 && number <= most ? new Paging(number, request.asked("after")) : null;
    }
}
