package dev.gatehouse.gateway.upstream;

/** What an upstream wrote, as a log may show it: short, and nothing but visible ASCII. */
final class PlainText {

    private PlainText() {}

    static String of(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) + "..." : text;
        return cut.replaceAll("[^!-~]", "?");
    }
}
