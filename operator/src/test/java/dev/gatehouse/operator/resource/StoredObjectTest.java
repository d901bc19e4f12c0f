package dev.gatehouse.operator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.UpstreamTls;
import dev.gatehouse.model.translate.Reason;
import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredObjectTest {

    private static final String SPEC = """
            {"description": "an editor",
             "tokens": [{"name": "current", "secretRef": {"name": "s", "key": "token"},
                         "expiresAt": "2027-01-01T01:00:00+01:00"}],
             "issue": {"secretName": "issued", "rotateEvery": "720h", "overlap": "1h30m"},
             "allow": [{"server": "github", "tools": []}, {"server": "jira"}],
             "suspend": true}
            """;

    private static final String STATUS = """
            {"observedGeneration": 3,
             "conditions": [{"type": "Ready", "status": "True", "reason": "Ready", "message": "",
                             "observedGeneration": 3, "lastTransitionTime": "2026-01-02T03:04:05Z"}],
             "tokens": [{"name": "current", "state": "Active", "fingerprint": "9f86d081"}],
             "servers": ["github"]}
            """;

    private final KubernetesSerialization json = new KubernetesSerialization();

    private static String client(String name, String spec, String status) {
        return """
                {"apiVersion": "gatehouse.dev/v1alpha1", "kind": "McpClient",
                 "metadata": {"name": "%s", "namespace": "team-a", "uid": "u-1", "generation": 3,
                              "creationTimestamp": "2026-01-02T03:04:05Z", "labels": {"a": "b"}, "resourceVersion": "17"},
                 "spec": %s,
                 "status": %s}
                """.formatted(name, spec, status);
    }

    private McpClientResource read(String spec, String status) {
        return json.unmarshal(client("cursor", spec, status), McpClientResource.class);
    }

    private String misfit(String spec) {
        return ResourceMapping.of(read(spec, "{}")) instanceof Mapped.Invalid(var finding)
                ? finding.message()
                : "it fits";
    }

    @Test
    void storedObjectBecomesAResourceWithTheMetadataThatCounts() {
        McpClientResource stored = read(SPEC, STATUS);

        assertThat(ResourceMapping.of(stored)).isInstanceOfSatisfying(Mapped.Valid.class, valid -> {
            var client = (McpClient) valid.resource();
            assertThat(client.uid()).isEqualTo("u-1");
            assertThat(client.metadata().generation()).isEqualTo(3);
            assertThat(client.metadata().creationTimestamp()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(client.metadata().labels()).containsEntry("a", "b");
            assertThat(client.spec().tokens().getFirst().expiresAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
            assertThat(client.spec().issue())
                    .isEqualTo(new IssuedToken("issued", Duration.ofDays(30), Duration.ofMinutes(90)));
        });
    }

    @Test
    void specAndStatusSurviveTheWayOutAndBack() {
        McpClientResource stored = read(SPEC, STATUS);

        McpClientResource back = json.unmarshal(json.asJson(stored), McpClientResource.class);

        assertThat(back).isEqualTo(stored);
        assertThat(back.getStatus().conditions()).hasSize(1);
        assertThat(back.misfit()).isEmpty();
    }

    @Test
    void absentListsOfARuleStayAbsentAndEmptyOnesEmpty() {
        McpClientResource stored = json.unmarshal(json.asJson(read(SPEC, STATUS)), McpClientResource.class);

        List<Rule> rules = stored.getSpec().allow();
        assertThat(rules.get(0).tools()).isEmpty();
        assertThat(rules.get(1).tools()).isNull();
        assertThat(rules.get(1).grantsWholeServer()).isTrue();
    }

    @Test
    void oneObjectThatDoesNotFitLeavesTheOthersOfAListReadable() {
        String list = """
                {"apiVersion": "gatehouse.dev/v1alpha1", "kind": "McpClientList", "metadata": {}, "items": [%s, %s, %s]}
                """.formatted(
                        client("good", SPEC, STATUS),
                        client("old", "{\"tokens\": {\"secretRef\": \"s\"}}", "{}"),
                        client("odd", "{\"allow\": []}", "{\"conditions\": 7}"));

        ClientList read = json.unmarshal(list, ClientList.class);

        assertThat(read.getItems().stream().map(ResourceMapping::of))
                .satisfiesExactly(
                        good -> assertThat(good).isInstanceOf(Mapped.Valid.class),
                        old -> assertThat(old).isInstanceOfSatisfying(Mapped.Invalid.class, invalid -> {
                            assertThat(invalid.finding().reason()).isEqualTo(Reason.INVALID);
                            assertThat(invalid.finding().resource()).hasToString("McpClient team-a/old");
                            assertThat(invalid.finding().message()).isEqualTo("spec.tokens must be a list.");
                        }),
                        odd -> assertThat(odd).isInstanceOf(Mapped.Valid.class));
        assertThat(read.getItems().getLast().getStatus()).isNull();
    }

    /** As informers read lists. */
    static final class ClientList extends DefaultKubernetesResourceList<McpClientResource> {
        private static final long serialVersionUID = 1;
    }

    @Test
    void fieldWithoutAValueIsRefusedAsItCouldMeanNothingOrEverything() {
        assertThat(misfit("{\"allow\": [{\"server\": \"a\", \"tools\": null}]}"))
                .isEqualTo("spec.allow[0].tools has no value; give it one or leave the field out.");
    }

    @Test
    void unknownFieldIsRefusedAsItCouldBeARestriction() {
        assertThat(misfit("{\"allow\": [{\"server\": \"a\", \"onlyOn\": \"monday\"}]}"))
                .startsWith("spec.allow[0].onlyOn is unknown; known here:");
    }

    @Test
    void valuesOfTheWrongTypeAreNotBentIntoTheRightOne() {
        assertThat(misfit("{\"suspend\": \"true\"}")).isEqualTo("spec.suspend must be true or false.");
        assertThat(misfit("{\"description\": 7}")).startsWith("spec.description must be a string");
        assertThat(misfit("{\"limits\": {\"maxConcurrent\": \"7\"}}"))
                .isEqualTo("spec.limits.maxConcurrent must be a whole number in decimal digits.");
        assertThat(misfit("{\"issue\": {\"secretName\": \"s\", \"overlap\": \"soon\"}}"))
                .startsWith("spec.issue.overlap is not a duration");
        assertThat(misfit("{\"tokens\": [{\"sha256\": \"00\", \"expiresAt\": \"2027\"}]}"))
                .startsWith("spec.tokens[0].expiresAt is not an instant");
        assertThat(misfit("7")).isEqualTo("spec must be a mapping of fields.");
    }

    @Test
    void numberThatNoLimitCanHaveIsRefusedWithTheLimitsOfLimits() {
        for (String number : List.of("99999999999999", "99999999999999999999", "-99999999999999")) {
            assertThat(misfit("{\"limits\": {\"requestsPerMinute\": " + number + "}}"))
                    .isEqualTo(
                            "spec.limits.requestsPerMinute must be from 1 to 10000000; to let nobody in, set suspend: true.");
        }
    }

    @Test
    void whatIsWrittenInAMisfitIsNeverQuoted() {
        for (String spec : List.of(
                "{'suspend': 'SECRET'}",
                "{'tokens': [{'expiresAt': 'SECRET'}]}",
                "{'tokens': 'SECRET'}",
                "'SECRET'",
                "{'role': {'SECRET': 'SECRET'}}",
                "{'limits': {'maxConcurrent': 'SECRET'}}")) {
            String json = spec.replace('\'', '"').replace("SECRET", "s3cr3t-0123456789abcdef");
            assertThat(misfit(json)).startsWith("spec").doesNotContain("s3cr3t");
        }
    }

    @Test
    void variableInAStoredObjectIsNoVariable() {
        assertThat(misfit("{\"description\": \"${HOME} ${a-b} ${\", \"suspend\": 1}"))
                .isEqualTo("spec.suspend must be true or false.");
    }

    @Test
    void missingPartsThatNothingCanStandInForAreRefused() {
        assertThat(misfit("{\"allow\": [{\"tools\": []}]}")).startsWith("spec.allow[0].server");
        assertThat(misfit("{\"allowListRefs\": [{}]}")).startsWith("spec.allowListRefs[0].name");
        assertThat(misfit("{\"serviceAccounts\": [{}]}")).startsWith("spec.serviceAccounts[0].name");
        assertThat(misfit("{\"tokens\": [{\"secretRef\": {}}]}")).startsWith("spec.tokens[0].secretRef.name");
        assertThat(misfit("{\"issue\": {}}")).startsWith("spec.issue.secretName");
    }

    @Test
    void objectWithoutASpecIsRefused() {
        var stored = new McpClientResource();
        stored.getMetadata().setName("bare");

        assertThat(ResourceMapping.of(stored))
                .isInstanceOfSatisfying(
                        Mapped.Invalid.class,
                        invalid -> assertThat(invalid.finding().message()).isEqualTo("spec is missing."));
    }

    @Test
    void certificateOfAServerIsUnderItsOwnDefaultKey() {
        McpServerResource stored = json.unmarshal("""
                {"apiVersion": "gatehouse.dev/v1alpha1", "kind": "McpServer", "metadata": {"name": "a"},
                 "spec": {"url": "https://a.example.com", "tls": {"caRef": {"name": "ca"}}}}
                """, McpServerResource.class);

        assertThat(ResourceMapping.of(stored))
                .isInstanceOfSatisfying(
                        Mapped.Valid.class,
                        valid -> assertThat(
                                        ((McpServer) valid.resource()).spec().tls())
                                .isEqualTo(new UpstreamTls(new UpstreamTls.CaRef("ca", "ca.crt"))));
    }
}
