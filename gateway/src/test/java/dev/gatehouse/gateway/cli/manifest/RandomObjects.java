package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.gateway.cli.identity.NewIdentity;
import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.gateway.cli.identity.TokenSecret;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.UpstreamAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Objects of every kind that commands make, full of strings that YAML or our reader could take for something else. */
final class RandomObjects {

    private static final List<String> NASTY = List.of(
            "${HOME}",
            "$${HOME}",
            "$$${",
            "a ${ b",
            "$",
            "yes",
            "NO",
            "null",
            "~",
            "true",
            "0x1F",
            "1e3",
            "12:30",
            "2027-01-01",
            "1_000",
            ".5",
            "=",
            "<<",
            "- item",
            "# no comment",
            "a # b",
            "a: b",
            "key:",
            "\"quoted\"",
            "it's",
            "{flow}",
            "[flow]",
            "*alias",
            "&anchor",
            "!tag",
            "|",
            ">",
            "%directive",
            "@at",
            "`tick`",
            " leading",
            "trailing ",
            "",
            " ",
            "line\nbreak",
            "line\n",
            "\n",
            "\r\n",
            "tab\there",
            "  two\n    four\n",
            "---",
            "...",
            "nul\0",
            "bell\7",
            "\u0085next",
            "\u2028sep",
            "\uFEFFbom",
            "日本語",
            "🙂",
            "ünïcode",
            "\\back\\slash",
            "012",
            "+1",
            "-1",
            ".inf",
            "y",
            "on");

    private final RandomGenerator random;

    RandomObjects(RandomGenerator random) {
        this.random = random;
    }

    Resource next() {
        return switch (random.nextInt(5)) {
            case 0 -> server();
            case 1 -> new McpAllowList(metadata(), new McpAllowListSpec(maybe(), rules(), null));
            case 2 -> TokenSecret.of("team-a", "secret", SecretValue.of(text()));
            case 3 -> identity(new Profile.Client(maybe()));
            default -> identity(new Profile.User(maybe(), maybe(), random.nextBoolean() ? Role.ADMIN : Role.USER));
        };
    }

    private Resource identity(Profile profile) {
        TokenPlace place = switch (random.nextInt(4)) {
            case 0 -> new TokenPlace.InSecret(SecretValue.of(text()));
            case 1 -> TokenPlace.Elsewhere.of(SecretValue.of(text()));
            case 2 -> new TokenPlace.InFile(text());
            default -> new TokenPlace.InVariable(text());
        };
        return new NewIdentity("team-a", "someone", profile, place, rules())
                .objects()
                .getFirst();
    }

    private Resource server() {
        var ref = new SecretKeyRef(text() + "x", text() + "x");
        UpstreamAuth auth = random.nextBoolean()
                ? null
                : new UpstreamAuth(
                        random.nextBoolean() ? new UpstreamAuth.Bearer(ref) : null,
                        List.of(new UpstreamAuth.Header(text(), ref)));
        var transport = random.nextBoolean() ? McpServerSpec.Transport.SSE : McpServerSpec.Transport.STREAMABLE_HTTP;
        return new McpServer(
                metadata(), new McpServerSpec(text(), null, transport, null, maybe(), auth, null, null, null, false));
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Rule.Exceptions except = random.nextBoolean() ? null : new Rule.Exceptions(some(), List.of(), List.of());
            rules.add(new Rule(text(), maybe(), maybeSome(), maybeSome(), maybeSome(), except));
        }
        return rules;
    }

    private @Nullable List<String> maybeSome() {
        return random.nextBoolean() ? null : some();
    }

    private List<String> some() {
        var some = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(text());
        }
        return some;
    }

    private @Nullable String maybe() {
        return random.nextBoolean() ? null : text();
    }

    String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(NASTY.get(random.nextInt(NASTY.size())));
        }
        return text.toString();
    }

    private static ObjectMeta metadata() {
        return ObjectMeta.of("team-a", "thing");
    }
}
