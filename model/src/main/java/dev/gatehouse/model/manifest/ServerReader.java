package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.ServiceRef;
import dev.gatehouse.model.resource.Timeouts;
import dev.gatehouse.model.resource.UpstreamAuth;
import dev.gatehouse.model.resource.UpstreamTls;

/** Reads upstream servers. */
final class ServerReader {

    private ServerReader() {}

    static McpServerSpec spec(Fields fields) {
        return new McpServerSpec(
                fields.text("url"),
                fields.object("service", ServerReader::service),
                fields.constant("transport", McpServerSpec.Transport.class),
                fields.constant("protocol", McpServerSpec.Protocol.class),
                fields.text("exposeAs"),
                fields.object("auth", ServerReader::auth),
                fields.object("tls", ServerReader::tls),
                fields.object("timeouts", ServerReader::timeouts),
                fields.object("allowedNamespaces", RuleReader::allowedNamespaces),
                fields.bool("suspend"));
    }

    private static ServiceRef service(Fields fields) {
        return new ServiceRef(
                fields.requiredText("name"),
                fields.requiredInteger("port", ServiceRef.PORT),
                fields.text("path"),
                fields.bool("tls"));
    }

    private static UpstreamAuth auth(Fields fields) {
        return new UpstreamAuth(
                fields.object("bearer", bearer -> new UpstreamAuth.Bearer(requiredSecretRef(bearer))),
                fields.list("headers", value -> value.fields(ServerReader::header)));
    }

    private static UpstreamAuth.Header header(Fields fields) {
        return new UpstreamAuth.Header(fields.requiredText("name"), requiredSecretRef(fields));
    }

    private static SecretKeyRef requiredSecretRef(Fields fields) {
        YamlValue value = fields.requiredValue("secretRef");
        SecretKeyRef ref = value == null ? null : value.fields(PrincipalReader::secretRef);
        return ref == null ? new SecretKeyRef("", null) : ref;
    }

    private static UpstreamTls tls(Fields fields) {
        return new UpstreamTls(fields.object("caRef", ServerReader::caRef));
    }

    private static UpstreamTls.CaRef caRef(Fields fields) {
        return new UpstreamTls.CaRef(fields.requiredText("name"), fields.text("key"));
    }

    private static Timeouts timeouts(Fields fields) {
        return new Timeouts(fields.duration("connect"), fields.duration("request"), fields.duration("list"));
    }
}
