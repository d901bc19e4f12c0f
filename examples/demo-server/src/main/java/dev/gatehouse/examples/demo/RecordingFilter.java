package dev.gatehouse.examples.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes every request into the journal before the SDK sees it. */
final class RecordingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Journal journal;

    RecordingFilter(Journal journal) {
        this.journal = journal;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] body = request.getInputStream().readNBytes(DemoServer.MAX_BODY_BYTES + 1);
        if (body.length > DemoServer.MAX_BODY_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String query = request.getQueryString();
        journal.received(new HttpMessage(
                request.getMethod(),
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                headers(request),
                new String(body, StandardCharsets.ISO_8859_1)));
        chain.doFilter(new ReplayedRequest(request, body), response);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
