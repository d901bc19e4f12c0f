package dev.gatehouse.operator.it;

/** Objects that several tests apply. */
final class Samples {

    static final String TOKEN = "first-0123456789abcdef";

    /** A server, and a client that may use one tool of it. */
    static final String CLIENT_AND_SERVER = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: github}
            spec: {url: "http://127.0.0.1:9/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens: [{name: current, secretRef: {name: cursor-token}}]
              allow: [{server: github, tools: [search]}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: cursor-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: first-0123456789abcdef}
            """;

    static final String ADMIN = "admin-0123456789abcdef";

    /** The fleet itself, and an administrator who may ask gateways what they enforce. */
    static final String FLEET_AND_ADMIN = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpGateway
            metadata: {name: gateway}
            spec: {}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: admin}
            spec: {role: Admin, tokens: [{name: laptop, secretRef: {name: admin-token}}]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: admin-token, labels: {gatehouse.dev/secret: "true"}}
            stringData: {token: admin-0123456789abcdef}
            """;

    private Samples() {}

    static String client(String name, String token) {
        return """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: %1$s}
                spec: {tokens: [{name: current, secretRef: {name: %1$s}}]}
                ---
                %2$s""".formatted(name, secret(name, token));
    }

    static String secret(String name, String token) {
        return """
                apiVersion: v1
                kind: Secret
                metadata: {name: %1$s, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: %2$s}
                """.formatted(name, token);
    }
}
