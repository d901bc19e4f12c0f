package dev.gatehouse.gateway.report;

/** {@code 1 error}, {@code 2 errors}. */
final class Count {

    private Count() {}

    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
