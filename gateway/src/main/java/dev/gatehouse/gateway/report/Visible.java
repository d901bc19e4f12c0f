package dev.gatehouse.gateway.report;

/** Text of others with nothing in it that a terminal or page would obey rather than show. */
final class Visible {

    private Visible() {}

    /** Control characters, line breaks and marks that turn the direction of writing become a replacement character. */
    static String of(String text) {
        var visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean obeyed = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            visible.appendCodePoint(obeyed ? 0xFFFD : c);
        });
        return visible.toString();
    }
}
