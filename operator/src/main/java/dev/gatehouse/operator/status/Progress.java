package dev.gatehouse.operator.status;

/** How far the gateways are with one object. */
public enum Progress {
    /** Every connected gateway enforces it as it is. */
    APPLIED,
    /** At least one does not yet. */
    PENDING,
    /** Nobody is connected, and has not been for a while. */
    NO_GATEWAYS,
    /** Nobody is connected just now; the object is as it was when somebody last was. */
    UNSETTLED
}
