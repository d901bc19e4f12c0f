package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.Scene;
import dev.gatehouse.gateway.testing.Side;
import dev.gatehouse.gateway.testing.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins see of everybody, and that nothing of it is secret. */
class ApiAdminIT {

    private static final Scene SCENE = Scene.open(folder -> folder.admin("ada", "[]")
            .user("uma", "[" + Scene.partOf(Side.LEGACY) + "]")
            .write("wrong.yaml", Manifest.user("wrong", "User", "[{server: nosuch}]", ""))
            .write(
                    "idle.yaml",
                    Manifest.user(
                            "idle",
                            "User",
                            "[]",
                            "  allowListRefs: [{name: shared}]\n  suspend: true\n  limits: {requestsPerMinute: 7}"))
            .write("shared.yaml", Manifest.allowList("shared", "[{server: beta, tools: [open]}]"))
            .write("sharing.yaml", Manifest.user("sharing", "User", "[]", "  allowListRefs: [{name: shared}]")));

    private final ApiCaller ada = ApiCaller.of(SCENE.gateway(), "ada");

    @AfterAll
    static void close() throws IOException {
        SCENE.close();
    }

    @Test
    void clientsAndUsersAreListedApartByName() {
        assertThat(names(ada.json("/clients").path("clients"))).containsExactly("alice", "nobody", "root");
        assertThat(names(ada.json("/users").path("users"))).containsExactly("ada", "idle", "sharing", "uma", "wrong");
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        List<String> seen = new ArrayList<>();
        ObjectNode page = ada.json("/users?limit=2");
        while (page.has("next")) {
            assertThat(page.path("users")).hasSize(2);
            seen.addAll(names(page.path("users")));
            page = ada.json("/users?limit=2&after="
                    + ApiCaller.encoded(page.path("next").asText()));
        }
        seen.addAll(names(page.path("users")));

        assertThat(seen).containsExactly("ada", "idle", "sharing", "uma", "wrong");
    }

    @Test
    void aPrincipalIsShownWithItsTokensByNameAndFingerprint() {
        ObjectNode uma = ada.json("/users/team-a/uma");

        assertThat(uma).isEqualTo(Json.quoted("""
                        {'kind': 'user', 'namespace': 'team-a', 'name': 'uma', 'role': 'User', 'usable': true,
                         'tokens': [{'name': 'laptop', 'fingerprint': '%s'}], 'ruleSets': ['spec.allow']}""".formatted(
                        Tokens.sha256(Tokens.of("uma")).substring(0, 8))));
        assertThat(ada.json("/users").path("users")).contains(uma);
    }

    @Test
    void aSuspendedPrincipalIsShownAsUnusableWithItsLimits() {
        ObjectNode idle = ada.json("/users/team-a/idle");

        assertThat(idle.path("usable").asBoolean()).isFalse();
        assertThat(idle.path("tokens").isEmpty()).isTrue();
        assertThat(idle.at("/limits/requestsPerMinute").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clients/team-a/uma",
                "/users/team-a/alice",
                "/users/other/uma",
                "/principals/user/team-a/alice/rights",
                "/access?tool=nosuch__open",
                "/access?server=nosuch&resource=x"
            })
    void anAdminIsToldWhatIsNotThere(String path) {
        problem(ada.get(path), 404);
    }

    @Test
    void rightsAreTheRulesWithTheirOriginAndWhatTheyComeTo() {
        await().untilAsserted(() -> assertThat(ada.json("/principals/client/team-a/alice/rights")
                        .path("servers")
                        .get(0))
                .isEqualTo(Json.quoted("""
                        {'key': 'alpha', 'namespace': 'team-a', 'name': 'alpha',
                         'rules': [{'origin': 'spec.allow', 'wholeServer': false,
                           'tools': {'granted': ['get_*', 'open'], 'excepted': ['get_secret*']},
                           'prompts': {'granted': ['hello'], 'excepted': []},
                           'resources': {'granted': ['note://open/*'], 'excepted': []}}],
                         'discovered': {'tools': ['open', 'get_one'], 'prompts': ['hello'],
                           'resources': ['note://open/1', 'note://open/2'], 'resourceTemplates': ['note://open/{id}']}}""")));
        assertThat(ada.json("/principals/user/team-a/sharing/rights")
                        .at("/servers/0/rules/0/origin")
                        .asText())
                .isEqualTo("McpAllowList team-a/shared");
    }

    @Test
    void accessNamesEverybodyWhoMayUseAThing() {
        assertThat(keys(ada.json("/access?tool=alpha__get_one")))
                .containsExactly("client/alice", "client/root", "user/uma");
        assertThat(keys(ada.json("/access?tool=alpha__get_secret"))).containsExactly("client/root");
        assertThat(keys(ada.json("/access?prompt=gamma__hello"))).containsExactly("client/alice", "client/root");
        assertThat(keys(ada.json("/access?server=alpha&resource=" + ApiCaller.encoded("note://open/5"))))
                .containsExactly("client/alice", "client/root", "user/uma");
        assertThat(ada.json("/access?tool=alpha__open").path("principals").get(0))
                .isEqualTo(Json.quoted("""
                        {'kind': 'client', 'namespace': 'team-a', 'name': 'alice', 'origin': 'spec.allow', 'rule': 0}"""));
    }

    @Test
    void accessIsPagedToo() {
        ObjectNode first = ada.json("/access?tool=alpha__open&limit=1");

        assertThat(first.path("next").asText()).isEqualTo("client/team-a/alice");
        assertThat(keys(ada.json("/access?tool=alpha__open&after=client/team-a/alice")))
                .containsExactly("client/root", "user/uma");
    }

    @Test
    void theConfigurationIsToldByItsVersionDigestAndCounts() {
        ObjectNode config = ada.json("/config");
        AccessSnapshot snapshot =
                Objects.requireNonNull(SCENE.gateway().gateway().store().current());
        assertThat(config.path("version").asLong()).isEqualTo(snapshot.version());
        assertThat(config.path("digest").asText()).isEqualTo(snapshot.digest().hex());
        assertThat(config.path("publishedAt").asText())
                .isEqualTo(snapshot.appliedAt().toString());
        assertThat(config.path("counts")).isEqualTo(Json.quoted("{'servers': 3, 'clients': 3, 'users': 5}"));
    }

    @Test
    void findingsSayWhatIsWrongAndWhere() {
        JsonNode findings = ada.json("/findings").path("findings");

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.path("kind").asText()).isEqualTo("McpUser");
            assertThat(finding.path("name").asText()).isEqualTo("wrong");
            assertThat(finding.path("file").asText()).isEqualTo("wrong.yaml");
            assertThat(finding.path("line").asInt()).isPositive();
            assertThat(finding.path("message").asText()).isNotEmpty();
        });
    }

    @Test
    void aPatternThatMatchesNothingUpstreamIsFoundWhereItStands() {
        SCENE.gateway()
                .manifests()
                .write("typo.yaml", Manifest.allowList("typo", "[{server: alpha, tools: [open, opne]}]"));

        await().untilAsserted(() -> assertThat(ada.json("/findings").path("findings"))
                .filteredOn(finding -> finding.path("file").asText().equals("typo.yaml"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.path("message").asText())
                        .startsWith("spec.rules[0].tools[1] matches no tool of McpServer team-a/alpha")));
        SCENE.gateway().manifests().delete("typo.yaml");
    }

    @Test
    void aFindingGoesWithItsMistake() {
        SCENE.gateway().manifests().write("broken.yaml", "kind: [");
        await().untilAsserted(() -> assertThat(files()).contains("broken.yaml"));

        SCENE.gateway().manifests().delete("broken.yaml");

        await().untilAsserted(() -> assertThat(files()).doesNotContain("broken.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clients",
                "/users",
                "/servers",
                "/config",
                "/findings",
                "/decisions",
                "/whoami",
                "/users/team-a/uma",
                "/principals/client/team-a/alice/rights",
                "/access?tool=alpha__open"
            })
    void noAnswerTellsATokenADigestOrAnUpstreamsAddress(String path) {
        String visible = ada.get(path).visible();

        assertThat(visible).doesNotContain(SCENE.alpha().url(), SCENE.gamma().url());
        for (String name : List.of("ada", "uma", "alice", "root", "idle")) {
            assertThat(visible).doesNotContain(Tokens.of(name), Tokens.sha256(Tokens.of(name)));
        }
    }

    private List<String> files() {
        return StreamSupport.stream(ada.json("/findings").path("findings").spliterator(), false)
                .map(finding -> finding.path("file").asText())
                .toList();
    }

    private static List<String> names(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("name").asText())
                .toList();
    }

    private static List<String> keys(ObjectNode access) {
        return StreamSupport.stream(access.path("principals").spliterator(), false)
                .map(item ->
                        item.path("kind").asText() + "/" + item.path("name").asText())
                .toList();
    }
}
