package dev.gatehouse.model.access;

import java.util.Map;

/**
 * Tells URIs that different parsers read differently. RFC 3986 allows most of what is refused here; but a gateway that
 * reads {@code /a/%2e%2e/b} in one way in front of a server that reads it in another protects nothing, so that such a
 * URI is granted by its exact text or not at all.
 */
final class UriAmbiguity {

    private static final Map<String, String> DEFAULT_PORTS =
            Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21", "ssh", "22", "sftp", "22");

    /** Escaped, these change how a path is cut, or need no escape at all. */
    private static final String TELLING = "./\\%?#-_~";

    /** Characters of ASCII that no URI may contain unescaped. */
    private static final String UNSAFE = "\"<>\\^`{|}#";

    private UriAmbiguity() {}

    static boolean of(String uri) {
        return hasStrangeCharacters(uri) || hasStrangeEscapes(uri) || hasStrangeParts(uri);
    }

    /** Judges a template (RFC 6570) with each expression taken for an ordinary word. */
    static boolean ofTemplate(String template) {
        var plain = new StringBuilder(template.length());
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                return true;
            }
            plain.append(template, from, open).append('x');
            from = close + 1;
        }
        return of(plain.append(template, from, template.length()).toString());
    }

    /** The byte that the escape at {@code at} stands for, -1 when it is none. */
    static int escaped(String uri, int at) {
        if (at + 2 >= uri.length()) {
            return -1;
        }
        int high = hexDigit(uri.charAt(at + 1));
        int low = hexDigit(uri.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Character.digit also takes digits of other scripts. */
    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean hasStrangeCharacters(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= 0x20 || c >= 0x7f || UNSAFE.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStrangeEscapes(String uri) {
        for (int i = uri.indexOf('%'); i >= 0; i = uri.indexOf('%', i + 1)) {
            int code = escaped(uri, i);
            boolean lowerCase = code >= 0 && (uri.charAt(i + 1) >= 'a' || uri.charAt(i + 2) >= 'a');
            if (code < 0x20 || code == 0x7f || lowerCase || isTelling(code)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTelling(int code) {
        return code < 0x80 && (Character.isLetterOrDigit(code) || TELLING.indexOf(code) >= 0);
    }

    private static boolean hasStrangeParts(String uri) {
        int colon = uri.indexOf(':');
        if (colon <= 0 || !isPlainScheme(uri.substring(0, colon))) {
            return true;
        }
        String rest = uri.substring(colon + 1);
        int query = rest.indexOf('?');
        String hierarchy = query < 0 ? rest : rest.substring(0, query);
        if (!hierarchy.startsWith("//")) {
            return hasStrangeSegments(hierarchy);
        }
        int slash = hierarchy.indexOf('/', 2);
        String authority = slash < 0 ? hierarchy.substring(2) : hierarchy.substring(2, slash);
        String path = slash < 0 ? "" : hierarchy.substring(slash);
        return hasStrangeAuthority(uri.substring(0, colon), authority) || hasStrangeSegments(path);
    }

    private static boolean isPlainScheme(String scheme) {
        for (int i = 0; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasStrangeAuthority(String scheme, String authority) {
        if (authority.indexOf('@') >= 0 || authority.indexOf('%') >= 0) {
            return true;
        }
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        return host.endsWith(".")
                || host.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                || (colon >= 0 && isStrangePort(scheme, authority.substring(colon + 1)));
    }

    private static boolean isStrangePort(String scheme, String port) {
        return port.isEmpty()
                || port.startsWith("0")
                || port.chars().anyMatch(c -> c < '0' || c > '9')
                || port.equals(DEFAULT_PORTS.get(scheme));
    }

    /** Empty segments inside the path, and {@code .} or {@code ..} as segments, also with parameters as in {@code ..;x}. */
    private static boolean hasStrangeSegments(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        while (from < path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(from, end);
            int semicolon = segment.indexOf(';');
            String name = semicolon < 0 ? segment : segment.substring(0, semicolon);
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }
}
