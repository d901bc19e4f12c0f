package dev.gatehouse.bench.traffic;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What clients may use. Every client has a rule set of its own, even if it says the same as all the others', as people
 * write them.
 */
public enum Rights {
    /** {@code tools: ["*"]} with an exception for one of them. */
    ALL_BUT_ONE,
    /** {@code tools: ["*"]}. */
    ALL;

    private static final int FIRST_OF_ALL = 1_000_000;

    /** The number of the {@code index}-th client with these rights. */
    public int client(int index) {
        return switch (this) {
            case ALL_BUT_ONE -> index;
            case ALL -> FIRST_OF_ALL + index;
        };
    }

    /** The tokens of the first {@code count} clients of each kind. */
    public static Stream<Token> tokens(int count) {
        return Stream.of(values())
                .flatMap(rights -> IntStream.range(0, count).mapToObj(index -> Token.of(rights.client(index))));
    }
}
