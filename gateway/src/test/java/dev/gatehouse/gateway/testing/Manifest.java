package dev.gatehouse.gateway.testing;

/** The YAML of one object, as a user would write it. All of it lives in one namespace unless a test says otherwise. */
public final class Manifest {

    public static final String NAMESPACE = "team-a";

    private Manifest() {}

    /** An upstream; {@code more} is further YAML of its spec, indented by two. */
    public static String server(String name, String url, String more) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: %s, namespace: %s}
                spec:
                  url: %s
                %s
                """.formatted(name, NAMESPACE, url, more);
    }

    public static String legacyServer(String name, RecordingUpstream upstream) {
        return server(name, upstream.url(), "  protocol: Legacy");
    }

    public static String modernServer(String name, RecordingUpstream upstream) {
        return server(name, upstream.url(), "  protocol: Modern");
    }

    /** A client with one token from the Secret {@code <name>-token}; {@code allow} is a YAML list in flow style. */
    public static String client(String name, String allow) {
        return client(name, allow, "");
    }

    /** As above with {@code more} YAML of its spec, indented by two. */
    public static String client(String name, String allow, String more) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: %1$s, namespace: %2$s}
                spec:
                  tokens: [{name: current, secretRef: {name: %1$s-token}}]
                  allow: %3$s
                %4$s
                """.formatted(name, NAMESPACE, allow, more);
    }

    /** A user with one token, by its digest; {@code allow} is a YAML list in flow style, {@code more} as above. */
    public static String user(String name, String role, String allow, String more) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpUser
                metadata: {name: %s, namespace: %s}
                spec:
                  role: %s
                  tokens: [{name: laptop, sha256: "%s"}]
                  allow: %s
                %s
                """.formatted(name, NAMESPACE, role, Tokens.sha256(Tokens.of(name)), allow, more);
    }

    /** The Secret that {@link #client} refers to. */
    public static String clientSecret(String client, String token) {
        return secret(client + "-token", "token", token);
    }

    public static String secret(String name, String key, String value) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %s, namespace: %s, labels: {gatehouse.dev/secret: "true"}}
                stringData: {%s: "%s"}
                """.formatted(name, NAMESPACE, key, value);
    }

    public static String allowList(String name, String rules) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpAllowList
                metadata: {name: %s, namespace: %s}
                spec: {rules: %s}
                """.formatted(name, NAMESPACE, rules);
    }

    /** The gateway's own object; {@code spec} is YAML in flow style. */
    public static String gateway(String spec) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpGateway
                metadata: {name: gateway, namespace: %s}
                spec: %s
                """.formatted(NAMESPACE, spec);
    }
}
