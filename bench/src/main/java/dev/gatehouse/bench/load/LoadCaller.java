package dev.gatehouse.bench.load;

import java.util.List;

/**
 * One caller of a closed loop, with a connection of its own.
 *
 * @param turns what it sends, round and round; more than one stands for several clients behind one connection
 */
public record LoadCaller(List<Turn> turns) {

    public LoadCaller {
        turns = List.copyOf(turns);
    }

    public LoadCaller(LoadRequest request, Expected expected) {
        this(List.of(new Turn(request, expected)));
    }

    /** A request and what its answer must be. */
    public record Turn(LoadRequest request, Expected expected) {}
}
