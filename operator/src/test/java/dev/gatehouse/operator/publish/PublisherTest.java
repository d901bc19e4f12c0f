package dev.gatehouse.operator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class PublisherTest {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherTest.class);
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Inbox inbox = new Inbox();
    private final RecordedFleet fleet = new RecordedFleet();
    private final Publisher publisher =
            new Publisher(inbox, fleet, Clock.fixed(START, ZoneOffset.UTC), Environment.CLUSTER);

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void firstPublicationIsTheWholeAndItsVersionTheTime() {
        inbox.add(client("a", 1));
        inbox.add(client("b", 2));
        publisher.start();

        awaitPublications(1);
        assertThat(fleet.published().getFirst().version()).isEqualTo(START.toEpochMilli());
        assertThat(fleet.published().getFirst().config().principals()).hasSize(2);
    }

    @Test
    void emptyWorldIsPublishedToo() {
        publisher.start();

        awaitPublications(1);
    }

    @Test
    void whatChangesNothingForGatewaysIsNotPublished() {
        inbox.add(allowList("first"));
        publisher.start();
        awaitPublications(1);

        inbox.add(allowList("second"));
        inbox.add(client("a", 1));

        awaitPublications(2);
        assertThat(publisher.published().orElseThrow().version())
                .isEqualTo(fleet.published().getLast().version());
    }

    @Test
    void objectCountsAsChangedFromTheVersionThatChangedIt() {
        inbox.add(client("a", 1));
        inbox.add(client("b", 2));
        publisher.start();
        awaitPublications(1);
        long first = fleet.published().getFirst().version();

        inbox.add(client("b", 3));
        awaitPublications(2);

        assertThat(publisher.changes().versionOf(key("a"))).isEqualTo(first);
        assertThat(publisher.changes().versionOf(key("b"))).isEqualTo(first + 1);
    }

    @Test
    void objectThatBreaksTheTranslationIsRefusedAlone() {
        inbox.add(client("a", 1));
        inbox.add(unreadable("b"));
        publisher.start();
        awaitPublications(1);

        assertThat(fleet.published().getFirst().config().principals())
                .filteredOn(principal -> !principal.tokens().isEmpty())
                .extracting(principal -> principal.key().name())
                .containsExactly("a");
        assertThat(publisher.published().orElseThrow().findingsOn(key("b")))
                .extracting(finding -> finding.reason())
                .containsExactly(Reason.INTERNAL_ERROR);
    }

    @Test
    void newLeaderGoesOnAboveWhateverGatewaysHaveSeen() {
        inbox.add(client("a", 1));
        publisher.start();
        awaitPublications(1);

        publisher.surpass(START.toEpochMilli() + 5_000);

        awaitPublications(2);
        assertThat(fleet.published().getLast().version()).isEqualTo(START.toEpochMilli() + 5_001);
        assertThat(fleet.published().getLast().config())
                .isEqualTo(fleet.published().getFirst().config());
        assertThat(publisher.changes().versionOf(key("a"))).isEqualTo(START.toEpochMilli());
    }

    @Test
    void oneChangeAmongAHundredThousandObjectsIsQuick() {
        for (int i = 0; i < 100_000; i++) {
            inbox.add(client("client-" + i, i));
        }
        List<Duration> took = new CopyOnWriteArrayList<>();
        publisher.subscribe((now, touched, duration) -> took.add(duration));
        publisher.start();
        for (int change = 1; change <= 20; change++) {
            awaitPublications(change);
            inbox.add(client("client-500", 1_000_000 + change));
        }
        awaitPublications(21);

        LOG.atInfo().addKeyValue("took", took).log("Rebuilds with 100,000 clients");
        assertThat(took.stream().skip(10).min(Duration::compareTo).orElseThrow())
                .isLessThan(Duration.ofMillis(250));
    }

    private void awaitPublications(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> fleet.published().size() >= count);
    }

    private static Change client(String name, int token) {
        var source = new TokenSource("current", null, "%064x".formatted(token + 1), null, null, null, null);
        var spec = new McpClientSpec(null, List.of(source), null, null, null, null, null, false);
        return new Change.Put(new McpClient(meta(name, token), spec));
    }

    /** As no API server hands it out and no reader lets it through: a rule that names no server. */
    @SuppressWarnings("NullAway")
    private static Change unreadable(String name) {
        var rule = new Rule(null, null, null, null, null, null);
        return new Change.Put(new McpClient(
                meta(name, 1), new McpClientSpec(null, null, null, null, List.of(rule), null, null, false)));
    }

    private static Change allowList(@Nullable String description) {
        return new Change.Put(
                new McpAllowList(ObjectMeta.of("team-a", "list"), new McpAllowListSpec(description, null, null)));
    }

    private static ObjectMeta meta(String name, long generation) {
        return new ObjectMeta(name, "team-a", null, generation, null, Map.of());
    }

    private static ResourceKey key(String name) {
        return new ResourceKey(Kind.MCP_CLIENT, "team-a", name);
    }
}
