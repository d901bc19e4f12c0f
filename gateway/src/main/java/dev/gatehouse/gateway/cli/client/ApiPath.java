package dev.gatehouse.gateway.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path of the management API with its query; whatever a user typed is one segment or one value in it. */
record ApiPath(String text) {

    static ApiPath of(String... segments) {
        var path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return new ApiPath(path.toString());
    }

    /** The same with one more query parameter, or without it when there is no value. */
    ApiPath with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return new ApiPath(text + (text.indexOf('?') < 0 ? '?' : '&') + name + '=' + encoded(value.toString()));
    }

    private static String encoded(String text) {
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        // A segment of dots would be a step up or nothing at all to whoever normalises the path.
        return form.equals(".") || form.equals("..") ? form.replace(".", "%2E") : form;
    }
}
