package dev.gatehouse.model.access;

import dev.gatehouse.model.access.UpstreamServer.Header;

/** The canonical form of an upstream server. It carries the credentials for that server. */
final class ServerJson {

    private ServerJson() {}

    static byte[] write(UpstreamServer server) {
        return CanonicalJson.write(json -> {
            if (server.ca() != null) {
                json.writeBinaryField("ca", server.ca().bytes());
            }
            json.writeStringField("entry", "server");
            json.writeNumberField("generation", server.generation());
            json.writeArrayFieldStart("headers");
            for (Header header : server.headers()) {
                json.writeStartObject();
                json.writeStringField("name", header.name());
                json.writeBinaryField("value", header.value().bytes());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("key", server.key());
            json.writeStringField("name", server.id().name());
            json.writeStringField("namespace", server.id().namespace());
            json.writeStringField("protocol", server.protocol().name());
            json.writeObjectFieldStart("timeouts");
            json.writeStringField("connect", server.timeouts().connect().toString());
            json.writeStringField("list", server.timeouts().list().toString());
            json.writeStringField("request", server.timeouts().request().toString());
            json.writeEndObject();
            json.writeStringField("transport", server.transport().name());
            json.writeStringField("uid", server.uid());
            json.writeStringField("url", server.url().toString());
        });
    }
}
