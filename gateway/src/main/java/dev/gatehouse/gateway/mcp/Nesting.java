package dev.gatehouse.gateway.mcp;

/** The objects and arrays that are open, innermost last. */
final class Nesting {

    private final boolean[] objects;
    private final int[] numbers;
    private int depth;
    private int opened;

    Nesting(int limit) {
        objects = new boolean[limit];
        numbers = new int[limit];
    }

    void reset() {
        depth = 0;
        opened = 0;
    }

    int depth() {
        return depth;
    }

    /** False when that is one too many. */
    boolean open(boolean object) {
        if (depth == objects.length) {
            return false;
        }
        objects[depth] = object;
        numbers[depth] = ++opened;
        depth++;
        return true;
    }

    void close() {
        depth--;
    }

    boolean inObject() {
        return depth > 0 && objects[depth - 1];
    }

    boolean inArray() {
        return depth > 0 && !objects[depth - 1];
    }

    /** A number that is the innermost container's own. */
    int number() {
        return numbers[depth - 1];
    }
}
