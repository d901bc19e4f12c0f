package dev.gatehouse.model.rights;

import java.util.BitSet;

/** A text that was read so far, forgetting all of it that makes no difference later. Equal readings have an equal future. */
interface Reading {

    Reading next(int c);

    /** The patterns that match the text as grants. */
    BitSet granting();

    /** The patterns that match the text as exceptions. */
    BitSet excepting();

    /** Whether one of {@code grants} may match yet. May say yes too often. */
    boolean mayBeGranted(BitSet grants);
}
