package dev.gatehouse.gateway.upstream;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where an upstream redirects to, as a log may show it: the path, and the origin where it is another one. Query and user
 * are left out, and so is every part of the path that is long enough to be a key.
 */
final class RedirectTarget {

    private static final int LONGEST = 200;
    private static final int LONGEST_WORD = 20;

    private RedirectTarget() {}

    static String shown(URI asked, String location) {
        URI target;
        try {
            target = asked.resolve(location);
        } catch (IllegalArgumentException e) {
            return "what is no URL";
        }
        String path = target.getRawPath() == null ? "" : withoutKeys(target.getRawPath());
        String origin = origin(target);
        return PlainText.of(origin.equals(origin(asked)) ? path : origin + path, LONGEST);
    }

    private static String origin(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + (url.getHost() == null ? "" : url.getHost()) + port;
    }

    private static String withoutKeys(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(word -> word.length() > LONGEST_WORD ? "..." : word)
                .collect(Collectors.joining("/"));
    }
}
