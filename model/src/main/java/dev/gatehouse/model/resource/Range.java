package dev.gatehouse.model.resource;

/**
 * Which whole numbers a field may hold, said once: its bounds also stand in the annotations that become the CRDs.
 *
 * @param least inclusive
 * @param most inclusive
 * @param advice what else to say of a number outside, empty or beginning with a semicolon
 */
public record Range(long least, long most, String advice) {

    public Range(long least, long most) {
        this(least, most, "");
    }

    public boolean holds(long number) {
        return least <= number && number <= most;
    }

    /** What a number must be, as the rest of a sentence that begins with the path of a field. */
    public String sentence() {
        return "must be from " + least + " to " + most + advice;
    }
}
