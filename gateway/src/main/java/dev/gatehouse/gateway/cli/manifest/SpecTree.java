package dev.gatehouse.gateway.cli.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.UpstreamAuth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code spec} of an object as a tree. */
final class SpecTree {

    private final ManifestTree tree;

    SpecTree(ManifestTree tree) {
        this.tree = tree;
    }

    ObjectNode of(McpServerSpec spec) {
        ObjectNode node = tree.object();
        tree.text(node, "url", spec.url());
        if (spec.transport() == McpServerSpec.Transport.SSE) {
            node.put("transport", "Sse");
        }
        tree.text(node, "exposeAs", spec.exposeAs());
        UpstreamAuth auth = spec.auth();
        if (auth != null) {
            auth(node.putObject("auth"), auth);
        }
        return node;
    }

    ObjectNode of(McpAllowListSpec spec) {
        ObjectNode node = tree.object();
        tree.text(node, "description", spec.description());
        rules(node, "rules", spec.rules());
        return node;
    }

    ObjectNode of(McpClientSpec spec) {
        ObjectNode node = tree.object();
        tree.text(node, "description", spec.description());
        tokens(node, spec.tokens());
        rights(node, spec.allow(), spec.allowListRefs());
        return node;
    }

    ObjectNode of(McpUserSpec spec) {
        ObjectNode node = tree.object();
        tree.text(node, "displayName", spec.displayName());
        tree.text(node, "email", spec.email());
        node.put("role", spec.role() == Role.ADMIN ? "Admin" : "User");
        tokens(node, spec.tokens());
        rights(node, spec.allow(), spec.allowListRefs());
        return node;
    }

    private void auth(ObjectNode node, UpstreamAuth auth) {
        UpstreamAuth.Bearer bearer = auth.bearer();
        if (bearer != null) {
            secretRef(node.putObject("bearer"), bearer.secretRef());
        }
        if (!auth.headers().isEmpty()) {
            ArrayNode headers = node.putArray("headers");
            for (UpstreamAuth.Header header : auth.headers()) {
                ObjectNode item = headers.addObject();
                tree.text(item, "name", header.name());
                secretRef(item, header.secretRef());
            }
        }
    }

    private void tokens(ObjectNode node, List<TokenSource> tokens) {
        ArrayNode list = node.putArray("tokens");
        for (TokenSource token : tokens) {
            ObjectNode item = list.addObject();
            tree.text(item, "name", token.name());
            if (token.secretRef() != null) {
                secretRef(item, token.secretRef());
            }
            tree.text(item, "sha256", token.sha256());
            tree.text(item, "file", token.file());
            tree.text(item, "env", token.env());
        }
    }

    private void secretRef(ObjectNode node, SecretKeyRef ref) {
        ObjectNode secretRef = node.putObject("secretRef");
        tree.text(secretRef, "name", ref.name());
        tree.text(secretRef, "key", ref.key());
    }

    private void rights(ObjectNode node, List<Rule> allow, List<AllowListRef> refs) {
        rules(node, "allow", allow);
        if (!refs.isEmpty()) {
            ArrayNode list = node.putArray("allowListRefs");
            for (AllowListRef ref : refs) {
                ObjectNode item = list.addObject();
                tree.text(item, "name", ref.name());
                tree.text(item, "namespace", ref.namespace());
            }
        }
    }

    private void rules(ObjectNode node, String name, List<Rule> rules) {
        ArrayNode list = node.putArray(name);
        for (Rule rule : rules) {
            ObjectNode item = list.addObject();
            tree.text(item, "server", rule.server());
            tree.text(item, "namespace", rule.namespace());
            patterns(item, "tools", rule.tools());
            patterns(item, "prompts", rule.prompts());
            patterns(item, "resources", rule.resources());
            Rule.Exceptions except = rule.except();
            if (except != null) {
                ObjectNode exceptions = item.putObject("except");
                exceptions(exceptions, "tools", except.tools());
                exceptions(exceptions, "prompts", except.prompts());
                exceptions(exceptions, "resources", except.resources());
            }
        }
    }

    /** Here an empty list means what an absent one means. */
    private void exceptions(ObjectNode node, String name, List<String> patterns) {
        patterns(node, name, patterns.isEmpty() ? null : patterns);
    }

    /** An empty list means something, an absent one something else. */
    private void patterns(ObjectNode node, String name, @Nullable List<String> patterns) {
        if (patterns != null) {
            ArrayNode list = node.putArray(name);
            patterns.forEach(pattern -> list.add(tree.escape(pattern)));
        }
    }
}
