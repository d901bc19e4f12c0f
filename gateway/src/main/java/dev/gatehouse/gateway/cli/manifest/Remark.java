package dev.gatehouse.gateway.cli.manifest;

/**
 * A sentence to whoever runs the command, about one thing that it makes.
 *
 * @param error whether nothing can be made because of it
 * @param place the file and line, or the object
 * @param message says what to do; never holds a secret
 */
public record Remark(boolean error, String place, String message) {

    public static Remark error(String place, String message) {
        return new Remark(true, place, message);
    }

    public static Remark warning(String place, String message) {
        return new Remark(false, place, message);
    }

    @Override
    public String toString() {
        return place + (error ? ": error: " : ": warning: ") + message;
    }
}
