package dev.gatehouse.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What ServiceAccounts have asked of an API server and how it answered, by its own audit log. Administrators' requests are
 * not recorded.
 */
public final class AuditLog {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
              - level: Metadata
                userGroups: ["system:serviceaccounts"]
              - level: None
            """;

    private final Path policy;
    private final Path log;

    private AuditLog(Path policy, Path log) {
        this.policy = policy;
        this.log = log;
    }

    static AuditLog in(Path folder) throws IOException {
        Path policy = folder.resolve("audit-policy.yaml");
        Files.writeString(policy, POLICY);
        return new AuditLog(policy, folder.resolve("audit.log"));
    }

    List<String> flags() {
        return List.of("--audit-policy-file=" + policy, "--audit-log-path=" + log, "--audit-log-mode=blocking");
    }

    /** Every request of a user that has been answered, or begun to be where it is a watch. */
    public List<AuditedRequest> requestsOf(String user) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            var requests = new ArrayList<AuditedRequest>();
            String text = Files.readString(log);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                JsonNode event = JSON.readTree(line);
                if (event.path("user").path("username").asText().equals(user)) {
                    requests.add(request(event));
                }
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditedRequest request(JsonNode event) {
        JsonNode object = event.path("objectRef");
        String subresource = object.path("subresource").asText();
        String resource = object.path("resource").asText();
        return new AuditedRequest(
                event.path("verb").asText(),
                object.path("apiGroup").asText(),
                subresource.isEmpty() ? resource : resource + "/" + subresource,
                object.path("namespace").asText(),
                object.path("name").asText(),
                event.path("requestURI").asText(),
                event.path("responseStatus").path("code").asInt());
    }
}
