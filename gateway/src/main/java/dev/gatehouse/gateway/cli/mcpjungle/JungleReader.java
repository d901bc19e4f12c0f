package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Entry;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads files. What is wrong with one is a remark, and then it gives nothing. */
final class JungleReader {

    private static final String STDIO =
            "transport is stdio: MCPJungle starts this server itself, and Gatehouse starts none. Let it serve HTTP, by an"
                    + " option of its own or a bridge from stdio to streamable HTTP, put its url here, or leave this file out.";

    private final Placeholders placeholders;
    private final Remarks remarks;

    JungleReader(Placeholders placeholders, Remarks remarks) {
        this.placeholders = placeholders;
        this.remarks = remarks;
    }

    Optional<JungleObject> read(SourceFile file) {
        String content = file.content();
        if (content == null) {
            remarks.error(new SourceLine(file.name(), 0), file.problem() + ".");
            return Optional.empty();
        }
        JsonValue.Members members = new JsonDocument(file.name(), placeholders, remarks).read(content);
        if (members == null) {
            return Optional.empty();
        }
        JungleKind kind = file.kind() != null ? file.kind() : kind(members);
        return kind == null ? Optional.empty() : read(kind, new JsonFields(members, "", remarks));
    }

    private @Nullable JungleKind kind(JsonValue.Members members) {
        Set<JungleKind> possible = JungleKind.ofFields(members.values().keySet());
        if (possible.size() == 1) {
            return possible.iterator().next();
        }
        remarks.error(
                members.at(),
                "its fields do not tell whether this is a server, group, client or user; put it into a folder called"
                        + " servers, groups, clients or users, or say --kind.");
        return null;
    }

    private Optional<JungleObject> read(JungleKind kind, JsonFields fields) {
        JungleObject object = switch (kind) {
            case SERVER -> server(fields);
            case GROUP -> group(fields);
            case CLIENT -> client(fields);
            case USER -> user(fields);
        };
        fields.reportUnknown();
        return Optional.ofNullable(object);
    }

    private @Nullable JungleObject server(JsonFields fields) {
        String name = name(fields, fields.text("name"));
        Transport transport = transport(fields, fields.text("transport"));
        Entry url = fields.text("url");
        var bearer = fields.confidential("bearer_token");
        var headers = fields.confidentialMap("headers");
        Entry description = fields.text("description");
        fields.text("session_mode");
        fields.text("command");
        fields.texts("args");
        fields.confidentialMap("env");
        if (transport == null || name == null) {
            return null;
        }
        if (url == null) {
            remarks.error(fields.at(), "url is missing.");
            return null;
        }
        boolean described = description != null && !description.text().isEmpty();
        return new JungleObject.Server(fields.at(), name, transport, url.text(), bearer, headers, described);
    }

    private @Nullable Transport transport(JsonFields fields, @Nullable Entry transport) {
        return switch (transport == null ? "" : transport.text()) {
            case "streamable_http" -> Transport.STREAMABLE_HTTP;
            case "sse" -> Transport.SSE;
            case "stdio" -> {
                remarks.error(transport == null ? fields.at() : transport.at(), STDIO);
                yield null;
            }
            default -> {
                remarks.error(
                        transport == null ? fields.at() : transport.at(),
                        "transport must be streamable_http, sse or stdio.");
                yield null;
            }
        };
    }

    private @Nullable JungleObject group(JsonFields fields) {
        String name = name(fields, fields.text("name"));
        String description = description(fields);
        List<Entry> tools = fields.texts("included_tools");
        List<Entry> servers = fields.texts("included_servers");
        List<Entry> excluded = fields.texts("excluded_tools");
        return name == null ? null : new JungleObject.Group(fields.at(), name, description, tools, servers, excluded);
    }

    private @Nullable JungleObject client(JsonFields fields) {
        String name = name(fields, fields.text("name"));
        String description = description(fields);
        JungleObject.Token token = token(fields);
        List<Entry> ofFiles = fields.texts("allowed_servers");
        List<Entry> ofApi = fields.texts("allow_list");
        fields.ignoredFlag("is_custom_access_token");
        if (!ofFiles.isEmpty() && !ofApi.isEmpty()) {
            remarks.error(ofApi.getFirst().at(), "allowed_servers and allow_list mean the same; keep one.");
        }
        return name == null
                ? null
                : new JungleObject.Client(fields.at(), name, description, token, ofFiles.isEmpty() ? ofApi : ofFiles);
    }

    private @Nullable JungleObject user(JsonFields fields) {
        Entry name = fields.text("name");
        Entry username = fields.text("username");
        String called = name(fields, name == null ? username : name);
        JungleObject.Token token = token(fields);
        Role role = role(fields.text("role"));
        if (!token.isNamed()) {
            remarks.error(
                    fields.at(),
                    "a user's file must name a token: access_token, or access_token_ref with env or file. To have one made,"
                            + " use gatehouse create user.");
        }
        return called == null || role == null ? null : new JungleObject.User(fields.at(), called, role, token);
    }

    private @Nullable Role role(@Nullable Entry role) {
        return switch (role == null ? "user" : role.text()) {
            case "admin" -> Role.ADMIN;
            case "user" -> Role.USER;
            default -> {
                if (role != null) {
                    remarks.error(role.at(), "role must be admin or user.");
                }
                yield null;
            }
        };
    }

    private JungleObject.Token token(JsonFields fields) {
        var inline = fields.confidential("access_token");
        JsonFields ref = fields.object("access_token_ref");
        if (ref == null) {
            return new JungleObject.Token(inline, null, null);
        }
        var token = new JungleObject.Token(inline, named(ref.text("env")), named(ref.text("file")));
        ref.reportUnknown();
        return token;
    }

    private static @Nullable Entry named(@Nullable Entry entry) {
        return entry == null || entry.text().isEmpty() ? null : entry;
    }

    private static @Nullable String description(JsonFields fields) {
        Entry description = fields.text("description");
        return description == null || description.text().isEmpty() ? null : description.text();
    }

    private @Nullable String name(JsonFields fields, @Nullable Entry name) {
        if (name == null || name.text().isEmpty()) {
            remarks.error(name == null ? fields.at() : name.at(), "name is missing.");
            return null;
        }
        return name.text();
    }
}
