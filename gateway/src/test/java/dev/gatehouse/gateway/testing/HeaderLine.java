package dev.gatehouse.gateway.testing;

/** One header exactly as it stood on the wire: case and order matter to those who look. */
public record HeaderLine(String name, String value) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
