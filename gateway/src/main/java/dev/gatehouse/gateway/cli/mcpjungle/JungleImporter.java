package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.identity.NewIdentity;
import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.gateway.cli.manifest.MadeObjects;
import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.SecretValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Turns files of MCPJungle into objects of ours. One instance makes one import. */
public final class JungleImporter {

    private final ImportSettings settings;
    private final RandomGenerator random;
    private final Remarks remarks = new Remarks();
    private final JungleReader reader;
    private final TokenResolver tokens;
    private final ObjectNames servers = new ObjectNames("server", remarks);
    private final ObjectNames groups = new ObjectNames("group", remarks);
    private final ObjectNames clients = new ObjectNames("client", remarks);
    private final ObjectNames users = new ObjectNames("user", remarks);
    private final List<Resource> objects = new ArrayList<>();
    private final Map<ResourceKey, String> origins = new HashMap<>();
    private final List<MintedToken> looseTokens = new ArrayList<>();

    /**
     * @param environment what variables hold now
     * @param random what tokens are minted from
     */
    public JungleImporter(
            ImportSettings settings, Map<String, String> environment, ReferencedFiles files, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.reader = new JungleReader(new Placeholders(environment), remarks);
        this.tokens = new TokenResolver(settings, environment, files, remarks);
    }

    public MadeObjects importAll(List<SourceFile> files) {
        List<JungleObject> read =
                files.stream().map(reader::read).flatMap(Optional::stream).toList();
        KnownServers known = KnownServers.of(read, settings.knownServers());
        for (JungleObject object : read) {
            List<Resource> made = switch (object) {
                case JungleObject.Server server -> server(server);
                case JungleObject.Group group -> group(group, known);
                case JungleObject.Client client -> client(client, known);
                case JungleObject.User user -> user(user);
            };
            made.forEach(resource -> origins.put(resource.key(), object.at().file()));
            objects.addAll(made);
        }
        return new MadeObjects(objects, tokens.externals(), origins, remarks.all(), looseTokens);
    }

    private List<Resource> server(JungleObject.Server server) {
        return servers.claim(server)
                .map(name -> new ServerObjects(settings.namespace(), remarks).of(name, server))
                .orElse(List.of());
    }

    private List<Resource> group(JungleObject.Group group, KnownServers known) {
        Optional<String> name = groups.claim(group);
        List<Rule> rules = new GroupRules(known, remarks).rules(group);
        if (name.isEmpty()) {
            return List.of();
        }
        if (rules.isEmpty()) {
            remarks.warn(group.at(), "the group is left out: no tool of it is left.");
            return List.of();
        }
        remarks.warn(
                group.at(),
                "a group is no endpoint here: McpAllowList " + settings.namespace() + "/" + name.get()
                        + " holds its tools,"
                        + " and nothing refers to it. Where a client was meant to have only these, replace its spec.allow by"
                        + " spec.allowListRefs; rights add up, so that both together give both.");
        return List.of(new McpAllowList(
                ObjectMeta.of(settings.namespace(), name.get()),
                new McpAllowListSpec(group.description(), rules, null)));
    }

    private List<Resource> client(JungleObject.Client client, KnownServers known) {
        Optional<String> name = clients.claim(client);
        List<Rule> allow = new AllowEntries(known, remarks).rules(client.allowed());
        Optional<TokenPlace> place = client.token().isNamed() ? tokens.resolve(client.token()) : minted(client);
        return name.isEmpty() || place.isEmpty()
                ? List.of()
                : new NewIdentity(
                                settings.namespace(),
                                name.get(),
                                new Profile.Client(client.description()),
                                place.get(),
                                allow)
                        .objects();
    }

    private List<Resource> user(JungleObject.User user) {
        Optional<String> name = users.claim(user);
        Optional<TokenPlace> place = tokens.resolve(user.token());
        if (name.isEmpty() || place.isEmpty()) {
            return List.of();
        }
        remarks.warn(
                user.at(),
                "there every user may use every server; here the user may use none until spec.allow of McpUser "
                        + settings.namespace() + "/" + name.get() + " says which.");
        String displayName = name.get().equals(user.name()) ? null : user.name();
        var profile = new Profile.User(displayName, null, user.role());
        return new NewIdentity(settings.namespace(), name.get(), profile, place.get(), List.of()).objects();
    }

    private Optional<TokenPlace> minted(JungleObject.Client client) {
        MintedToken token = MintedToken.mint(random);
        remarks.warn(
                client.at(), "the file names no token, so the client gets a new one, as MCPJungle's API would do.");
        SecretValue value = SecretValue.of(token.text());
        if (settings.digestOnly()) {
            looseTokens.add(token);
            return Optional.of(TokenPlace.Elsewhere.of(value));
        }
        return Optional.of(new TokenPlace.InSecret(value));
    }
}
