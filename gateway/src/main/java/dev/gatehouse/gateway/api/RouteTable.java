package dev.gatehouse.gateway.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the route that a request is for. Paths are compared segment by segment; only parameters are decoded. */
final class RouteTable {

    /** What a method and a path lead to. */
    sealed interface Match {

        record Found(ApiRoute route, Map<String, String> parameters) implements Match {}

        /** @param allow the methods that there are, as the {@code Allow} header names them */
        record OtherMethod(String allow) implements Match {}

        record Nowhere() implements Match {}
    }

    private record Entry(ApiRoute route, PathTemplate template) {}

    private static final List<Entry> MOST_LITERAL_FIRST = Stream.of(ApiRoute.values())
            .map(route -> new Entry(route, PathTemplate.of(route.path())))
            .sorted(Comparator.comparingLong((Entry entry) -> entry.template().literals())
                    .reversed())
            .toList();

    private RouteTable() {}

    static Match find(String method, String path) {
        List<String> segments = PathTemplate.split(path);
        List<Match.Found> there = new ArrayList<>();
        for (Entry entry : MOST_LITERAL_FIRST) {
            Map<String, String> parameters = entry.template().match(segments);
            if (parameters != null) {
                there.add(new Match.Found(entry.route(), parameters));
            }
        }
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Match.Found found : there) {
            if (found.route().method().equals(wanted)) {
                return found;
            }
        }
        return there.isEmpty() ? new Match.Nowhere() : new Match.OtherMethod(allow(there));
    }

    private static String allow(List<Match.Found> there) {
        var methods = new TreeSet<String>();
        for (Match.Found found : there) {
            methods.add(found.route().method());
            if (found.route().method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
