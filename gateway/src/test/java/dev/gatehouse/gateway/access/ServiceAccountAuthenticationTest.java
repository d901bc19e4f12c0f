package dev.gatehouse.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.access.Authentication.Authenticated;
import dev.gatehouse.gateway.access.Authentication.Refused;
import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.testing.ClusterIssuer;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.access.TrustedIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who a ServiceAccount is, by the configuration and the issuer that are in force. */
class ServiceAccountAuthenticationTest {

    private static final ClusterIssuer CLUSTER = ClusterIssuer.ec("key", "ES256");

    private final SettableClock clock = new SettableClock();
    private final AccessStore store = new AccessStore(clock);
    private final Authenticator authenticator = new Authenticator(clock);

    @Test
    void serviceAccountIsTheClientThatNamesIt() {
        store.publish(Configs.of(client("one", "agent", "second"), client("two", "third")));
        store.trust(ClusterIssuer.trusted(CLUSTER));

        assertThat(nameOf("agent")).isEqualTo("one");
        assertThat(nameOf("second")).isEqualTo("one");
        assertThat(nameOf("third")).isEqualTo("two");
        assertThat(ask("fourth", Plane.MCP)).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void serviceAccountOfAnotherNamespaceIsAnotherOne() {
        store.publish(Configs.of(client("one", "agent")));
        store.trust(ClusterIssuer.trusted(CLUSTER));

        assertThat(ask(token("team-b", "agent"), Plane.MCP)).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void serviceAccountsHaveNothingToDoOnTheUsersPlane() {
        store.publish(Configs.of(client("one", "agent")));
        store.trust(ClusterIssuer.trusted(CLUSTER));

        assertThat(ask("agent", Plane.API)).isEqualTo(new Refused(Why.UNKNOWN));
    }

    @Test
    void withoutAnIssuerNobodyIsBelieved() {
        store.publish(Configs.of(client("one", "agent")));

        assertThat(ask("agent", Plane.MCP)).isEqualTo(new Refused(Why.UNKNOWN));
    }

    @Test
    void issuerMayBeKnownBeforeTheFirstConfiguration() {
        store.trust(ClusterIssuer.trusted(CLUSTER));
        assertThat(store.current()).isNull();

        store.publish(Configs.of(client("one", "agent")));

        assertThat(nameOf("agent")).isEqualTo("one");
    }

    @Test
    void serviceAccountMovesBetweenClientsInOneSwap() {
        store.trust(ClusterIssuer.trusted(CLUSTER));
        store.publish(Configs.of(client("one", "agent"), client("two", "other")));
        assertThat(nameOf("agent")).isEqualTo("one");

        store.publish(Configs.of(client("one", "other"), client("two", "agent")));

        assertThat(nameOf("agent")).isEqualTo("two");
        assertThat(nameOf("other")).isEqualTo("one");
    }

    @Test
    void takenAwayServiceAccountIsRefusedThoughItsTokenIsRemembered() {
        store.trust(ClusterIssuer.trusted(CLUSTER));
        AccessConfig with = Configs.of(client("one", "agent"));
        AccessConfig without = Configs.of(client("one"));
        store.publish(with);
        String token = token("team-a", "agent");
        assertThat(ask(token, Plane.MCP)).isInstanceOf(Authenticated.class);

        store.apply(AccessDelta.between(with, without));

        assertThat(ask(token, Plane.MCP)).isEqualTo(new Refused(Why.UNKNOWN_SERVICE_ACCOUNT));
    }

    @Test
    void snapshotKnowsWhatHasBecomeOfACredential() {
        store.trust(ClusterIssuer.trusted(CLUSTER));
        store.publish(Configs.of(client("one", "agent")));
        Credential credential = authenticated("agent");
        assertThat(now().current(credential)).isEqualTo(credential);

        store.publish(Configs.of(client("two", "agent")));
        assertThat(Objects.requireNonNull(now().current(credential))
                        .principal()
                        .key()
                        .name())
                .isEqualTo("two");

        store.trust(ClusterIssuer.trusted(ClusterIssuer.ec("key", "ES256")));
        assertThat(now().current(credential)).isNull();

        store.trust(null);
        assertThat(now().current(credential)).isNull();
    }

    @Test
    void changeOfIssuerIsASwapOfTheSameConfiguration() {
        AccessConfig config = Configs.of(client("one", "agent"));
        store.publish(config);
        var deltas = new ArrayList<AccessDelta>();
        store.subscribe((before, after, delta) -> deltas.add(delta));

        store.trust(ClusterIssuer.trusted(CLUSTER));
        store.trust(ClusterIssuer.trusted(CLUSTER));

        assertThat(deltas).hasSize(1).allMatch(AccessDelta::isEmpty);
        assertThat(now().digest()).isEqualTo(config.digest());
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void unreadableKeySetLeavesTheLastOneInForce() {
        store.publish(Configs.of(client("one", "agent")));
        store.trust(ClusterIssuer.trusted(CLUSTER));
        var garbage = new TrustedIssuer(ClusterIssuer.URL, TrustedIssuer.AUDIENCE, "garbage");

        assertThatThrownBy(() -> store.trust(garbage)).isInstanceOf(IllegalArgumentException.class);

        assertThat(nameOf("agent")).isEqualTo("one");
    }

    @Test
    void serviceAccountGivenTwiceIsRefusedAsAWhole() {
        AccessConfig here = Configs.of(client("one", "agent"));
        store.publish(here);

        assertThatThrownBy(() -> store.publish(Configs.of(client("one", "agent"), client("two", "agent"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(now().digest()).isEqualTo(here.digest());
    }

    @Test
    void tokenThatAClientDeclaresIsThatClientsWhateverItLooksLike() {
        String token = token("team-a", "agent");
        store.trust(ClusterIssuer.trusted(CLUSTER));
        store.publish(Configs.of(client("one", "agent"), Configs.client("static", token)));

        assertThat(ask(token, Plane.MCP))
                .isInstanceOfSatisfying(
                        Authenticated.class,
                        one -> assertThat(one.credential().principal().key().name())
                                .isEqualTo("static"));
    }

    private static Principal client(String name, String... accounts) {
        List<ServiceAccountId> ids = Arrays.stream(accounts)
                .map(account -> new ServiceAccountId("team-a", account))
                .toList();
        return new Principal(Configs.clientKey(name), "uid-" + name, 1, null, List.of(), ids, Grants.NONE, null);
    }

    private String nameOf(String account) {
        return authenticated(account).principal().key().name();
    }

    private Credential authenticated(String account) {
        return switch (ask(account, Plane.MCP)) {
            case Authenticated(Credential credential) -> credential;
            case Refused(Why why) -> throw new AssertionError(account + " is refused: " + why);
        };
    }

    private Authentication ask(String accountOrToken, Plane plane) {
        String token = accountOrToken.contains(".") ? accountOrToken : token("team-a", accountOrToken);
        return authenticator.authenticate(now(), "Bearer " + token, plane);
    }

    private String token(String namespace, String account) {
        return CLUSTER.token(ClusterIssuer.claims(namespace, account, clock.instant()));
    }

    private AccessSnapshot now() {
        return Objects.requireNonNull(store.current());
    }
}
