package dev.gatehouse.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldLocatorTest {

    private static final String YAML = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: demo}
            spec:
              url: http://127.0.0.1:8090/mcp
            ---
            apiVersion: v1
            kind: List
            items:
              - apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: cursor}
                spec:
                  tokens:
                    - name: current
                      secretRef: {name: a}
                    - name: next
                      secretRef:
                        name: b
                  allow:
                    - {server: demo, tools: [one, two]}
                    - server: demo
                      tools:
                        - three
            """;
    private static final Location SERVER = at(1, 1);
    private static final Location CLIENT = at(10, 5);

    @Test
    void objectsOfTheTextStandWhereTheReaderSays() {
        assertThat(new ManifestReader(name -> null).read("f.yaml", YAML).resources())
                .extracting(LocatedResource::location)
                .containsExactly(SERVER, CLIENT);
    }

    @Test
    void fieldStandsAtItsName() {
        assertThat(locate(SERVER, "spec.url")).isEqualTo(at(5, 3));
        assertThat(locate(CLIENT, "spec.tokens[1].secretRef")).isEqualTo(at(18, 11));
    }

    @Test
    void itemStandsWhereItBegins() {
        assertThat(locate(CLIENT, "spec.allow[0].tools[1]")).isEqualTo(at(21, 39));
        assertThat(locate(CLIENT, "spec.allow[1].tools[0]")).isEqualTo(at(24, 15));
    }

    @Test
    void absentFieldStandsWhereItShouldBe() {
        assertThat(locate(CLIENT, "spec.tokens[0].expiresAt")).isEqualTo(at(15, 11));
        assertThat(locate(CLIENT, "spec.tokens[7]")).isEqualTo(at(14, 7));
        assertThat(locate(SERVER, "")).isEqualTo(SERVER);
    }

    @Test
    void textThatHasChangedLeadsBackToTheObject() {
        assertThat(FieldLocator.of("f.yaml", "{").locate(CLIENT, "spec.url")).isEqualTo(CLIENT);
        assertThat(FieldLocator.of("f.yaml", "a: b").locate(CLIENT, "spec.url")).isEqualTo(CLIENT);
    }

    private static Location locate(Location object, String path) {
        return FieldLocator.of("f.yaml", YAML).locate(object, path);
    }

    private static Location at(int line, int column) {
        return new Location("f.yaml", line, column);
    }
}
