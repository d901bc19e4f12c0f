package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Quarantine.Trial;
import dev.gatehouse.model.translate.memory.ChangedInputs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Turns a world into the configuration that gateways enforce, with findings on every resource that has a mistake. Never
 * throws for a mistake: the object that makes it is refused, everything else is served. What this program itself throws
 * while it judges one object refuses that object alone, and comes back as a {@link Bug}.
 *
 * <p>A translation is a pure function of the world and the environment. The instance only remembers the last one, so that
 * the next costs as much as what has changed: an object that is the same instance as before is taken to be unchanged.
 * Whatever it remembers, the result equals that of a new instance. Not thread-safe.
 */
public final class Translator {

    private static final World NOTHING =
            new World(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    private final Environment environment;
    private final Trial trial;
    private Quarantine quarantine;
    private PrincipalTables principals;
    private World world = NOTHING;
    private ServerCatalogue catalogue;
    private AllowLists allowLists;
    private AccessConfig config = AccessConfig.EMPTY;

    public Translator(Environment environment) {
        this(environment, Trial.NONE);
    }

    Translator(Environment environment, Trial trial) {
        this.environment = environment;
        this.trial = trial;
        this.quarantine = new Quarantine(trial);
        this.principals = new PrincipalTables(environment, quarantine);
        this.catalogue = ServerCatalogue.of(NOTHING, environment);
        this.allowLists = AllowLists.none(catalogue);
    }

    /** @throws RuntimeException for a bug that is no single object's; the next translation then remembers nothing */
    public Translation translate(World next) {
        try {
            return update(next);
        } catch (RuntimeException | Error bug) {
            forget();
            throw bug;
        }
    }

    /** What a bug has left half-updated must not decide anything later. */
    private void forget() {
        quarantine = new Quarantine(trial);
        principals = new PrincipalTables(environment, quarantine);
        world = NOTHING;
        catalogue = ServerCatalogue.of(NOTHING, environment);
        allowLists = AllowLists.none(catalogue);
        config = AccessConfig.EMPTY;
    }

    private Translation update(World next) {
        var findings = new ArrayList<Finding>();
        ServerCatalogue nextCatalogue = ServerCatalogue.of(next, environment);
        catalogue = nextCatalogue.equals(catalogue) ? catalogue : nextCatalogue;
        McpGatewaySpec settings = Settings.of(next.gateways(), quarantine, findings);
        List<UpstreamServer> servers = new ServerJudge(
                        environment, catalogue, new Secrets(next.secrets()), next.servers())
                .compileAll(next.servers(), config.servers(), quarantine, findings);
        allowLists = allowLists.update(next.allowLists(), catalogue, quarantine);
        List<Principal> compiled = principals.update(next, ChangedInputs.between(world, next), allowLists);
        findings.addAll(allowLists.findings());
        findings.addAll(principals.findings());
        findings.sort(Comparator.comparing(Finding::resource));
        config = config.with(settings, servers, compiled);
        world = next;
        return new Translation(config, findings, quarantine.release(findings));
    }
}
