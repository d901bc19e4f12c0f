package dev.gatehouse.gateway.access;

import static dev.gatehouse.gateway.access.Configs.client;
import static dev.gatehouse.gateway.access.Configs.clientKey;
import static dev.gatehouse.gateway.access.Configs.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TokenDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccessStoreTest {

    private final AccessStore store = new AccessStore(new SettableClock());

    @Test
    void thereIsNothingUntilTheFirstConfiguration() {
        assertThat(store.current()).isNull();
    }

    @Test
    void emptyConfigurationIsAConfiguration() {
        store.publish(AccessConfig.EMPTY);

        assertThat(now().version()).isEqualTo(1);
        assertThat(now().principalCount()).isZero();
    }

    @Test
    void tokenMovesFromOnePrincipalToAnotherInOneSwap() {
        store.publish(Configs.of(client("alice", "t1"), client("bob", "t2")));
        store.publish(Configs.of(client("alice", "t2"), client("bob", "t1")));

        assertThat(ownerOf("t1")).isEqualTo(clientKey("bob").toString());
        assertThat(ownerOf("t2")).isEqualTo(clientKey("alice").toString());
    }

    @Test
    void keyOfAServerMovesToAnother() {
        store.publish(Configs.of(List.of(server("a", "one"), server("b", "two")), List.of()));
        store.publish(Configs.of(List.of(server("a", "two"), server("b", "one")), List.of()));

        assertThat(Objects.requireNonNull(now().serverByKey("one")).id().name()).isEqualTo("b");
    }

    @Test
    void sameStateOnceMoreIsNoSwap() {
        store.publish(Configs.of(client("alice", "t1")));
        store.publish(Configs.of(client("alice", "t1")));

        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void randomSequencesOfConfigurationsLeadWhereAFreshStartWould() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            AccessConfig config = randomConfig(random);
            store.publish(config);

            assertThat(now().digest()).isEqualTo(config.digest());
            assertThat(now().toConfig()).isEqualTo(config);
            assertThat(now().principalCount()).isEqualTo(config.principals().size());
            for (Principal principal : config.principals()) {
                assertThat(now().principal(principal.key())).isEqualTo(principal);
                principal
                        .tokens()
                        .forEach(token -> assertThat(now().credential(token.digest()))
                                .isEqualTo(new Credential(principal, token)));
            }
            assertThat(ownersOfAllTokens()).hasSize((int) tokens(config));
        }
    }

    @Test
    void appliedDeltasLeadWherePublishingWould() {
        var random = new Random(11);
        var other = new AccessStore(new SettableClock());
        AccessConfig before = randomConfig(random);
        store.publish(before);
        other.publish(before);
        for (int round = 0; round < 100; round++) {
            AccessConfig next = randomConfig(random);
            store.apply(AccessDelta.between(before, next));
            other.publish(next);
            before = next;

            assertThat(now().digest()).isEqualTo(next.digest());
            assertThat(now().toConfig())
                    .isEqualTo(Objects.requireNonNull(other.current()).toConfig());
        }
    }

    @Test
    void publishingAfterDeltasFindsTheRightDifference() {
        AccessConfig first = Configs.of(client("alice", "t1"));
        AccessConfig second = Configs.of(client("bob", "t2"));
        store.publish(first);
        store.apply(AccessDelta.between(first, second));
        store.publish(Configs.of(client("carol", "t3")));

        assertThat(now().principalCount()).isEqualTo(1);
        assertThat(ownerOf("t2")).isEqualTo("nobody");
    }

    @Test
    void deltaFromAnotherStateIsRefused() {
        AccessConfig here = Configs.of(client("alice", "t1"));
        AccessConfig elsewhere = Configs.of(client("bob", "t2"));
        store.publish(here);

        assertThatThrownBy(() -> store.apply(AccessDelta.between(elsewhere, here)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(now().digest()).isEqualTo(here.digest());
    }

    @Test
    void deltaThatDoesNotLeadToItsDigestIsRefused() {
        AccessConfig here = Configs.of(client("alice", "t1"));
        store.publish(here);
        AccessDelta honest = AccessDelta.between(here, Configs.of(client("alice", "t1"), client("bob", "t2")));
        var garbled = new AccessDelta(
                null,
                List.of(),
                honest.removedServers(),
                List.of(client("bob", "t3")),
                honest.removedPrincipals(),
                honest.from(),
                honest.to());

        assertThatThrownBy(() -> store.apply(garbled)).isInstanceOf(IllegalStateException.class);
        assertThat(now().version()).isEqualTo(1);
        assertThat(ownerOf("t3")).isEqualTo("nobody");
    }

    @Test
    void tokenGivenTwiceIsRefusedAsAWhole() {
        AccessConfig here = Configs.of(client("alice", "t1"));
        store.publish(here);

        assertThatThrownBy(() -> store.publish(Configs.of(client("alice", "t1"), client("bob", "t1"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(now().digest()).isEqualTo(here.digest());
    }

    @Test
    void deltaBeforeTheFirstConfigurationIsRefused() {
        AccessDelta delta = AccessDelta.between(AccessConfig.EMPTY, Configs.of(client("alice", "t1")));

        assertThatThrownBy(() -> store.apply(delta)).isInstanceOf(IllegalStateException.class);
        assertThat(store.current()).isNull();
    }

    @Test
    void listenersHearOfTheSwapAfterIt() {
        List<StateDigest> seen = new ArrayList<>();
        store.subscribe((before, after, delta) -> {
            assertThat(store.current()).isSameAs(after);
            seen.add(delta.to());
        });
        AccessConfig config = Configs.of(client("alice", "t1"));
        store.publish(config);

        assertThat(seen).containsExactly(config.digest());
    }

    @Test
    void failingListenerStopsNeitherTheSwapNorTheOthers() {
        List<Long> versions = new ArrayList<>();
        store.subscribe((before, after, delta) -> {
            throw new IllegalStateException("a listener of this test fails");
        });
        store.subscribe((before, after, delta) -> versions.add(after.version()));
        store.publish(Configs.of(client("alice", "t1")));

        assertThat(versions).containsExactly(1L);
        assertThat(ownerOf("t1")).isNotEqualTo("nobody");
    }

    private AccessSnapshot now() {
        return Objects.requireNonNull(store.current());
    }

    private String ownerOf(String token) {
        Credential credential = now().credential(TokenDigest.ofToken(token));
        return credential == null ? "nobody" : credential.principal().key().toString();
    }

    private List<String> ownersOfAllTokens() {
        List<String> owners = new ArrayList<>();
        for (int token = 0; token < 120; token++) {
            String owner = ownerOf("t" + token);
            if (!owner.equals("nobody")) {
                owners.add(owner);
            }
        }
        return owners;
    }

    private static long tokens(AccessConfig config) {
        return config.principals().stream()
                .mapToLong(one -> one.tokens().size())
                .sum();
    }

    private static AccessConfig randomConfig(Random random) {
        List<Principal> principals = new ArrayList<>();
        for (int name = 0; name < 40; name++) {
            if (random.nextBoolean()) {
                int shift = random.nextInt(2) * 40;
                principals.add(
                        random.nextInt(5) == 0
                                ? client("c" + name)
                                : client("c" + name, "t" + (name + shift), "t" + (name + 80)));
            }
        }
        return Configs.of(random.nextBoolean() ? List.of(server("a", "k" + random.nextInt(2))) : List.of(), principals);
    }
}
