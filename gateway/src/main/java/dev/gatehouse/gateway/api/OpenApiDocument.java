package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.BoundedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API in OpenAPI 3.1, written by hand and held against the running server by a test. */
final class OpenApiDocument {

    private static final String RESOURCE = "/openapi.json";

    private final RouteAnswer answer;

    private OpenApiDocument(RouteAnswer answer) {
        this.answer = answer;
    }

    static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            ObjectNode document = in == null ? null : BoundedJson.object(in.readAllBytes());
            if (document == null) {
                throw new IllegalStateException("the program lacks a sound " + RESOURCE);
            }
            return new OpenApiDocument(RouteAnswer.allowed(document, Judgement.allowed(Grounds.PUBLIC)));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files must be readable", e);
        }
    }

    RouteAnswer answer() {
        return answer;
    }
}
