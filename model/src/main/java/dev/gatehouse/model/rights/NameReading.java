package dev.gatehouse.model.rights;

import java.util.BitSet;

/** The name of a tool or prompt: grants and exceptions read it literally. */
record NameReading(PatternReader reader, PatternReader.Positions at) implements Reading {

    static NameReading start(PatternReader reader) {
        return new NameReading(reader, reader.start());
    }

    @Override
    public Reading next(int c) {
        return new NameReading(reader, reader.next(at, c));
    }

    @Override
    public BitSet granting() {
        return reader.matching(at);
    }

    @Override
    public BitSet excepting() {
        return reader.matching(at);
    }

    @Override
    public boolean mayBeGranted(BitSet grants) {
        return reader.mayMatch(at, grants);
    }
}
