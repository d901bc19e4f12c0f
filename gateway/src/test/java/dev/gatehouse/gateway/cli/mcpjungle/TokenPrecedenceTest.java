package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenPrecedenceTest {

    private static final String INLINE = "'access_token': 'inline-token-5f0c2b'";
    private static final String BOTH = "'access_token_ref': {'env': 'TOKEN', 'file': 'token'}";

    private final JungleFile all = new JungleFile(
            Map.of("TOKEN", " variable-token-9d1a4683 "),
            Map.of("token", "file-token-77aa11bb22"),
            IntendedReader.DIRECTORY);
    private final JungleFile blank =
            new JungleFile(Map.of("TOKEN", " \t"), Map.of("token", "file-token-77aa11bb22"), IntendedReader.DIRECTORY);

    @Test
    void theTextItselfBeatsEveryReference() {
        assertThat(all.token(INLINE + ", " + BOTH)).map(TokenSource::secretRef).isPresent();
    }

    @Test
    void aVariableBeatsAFile() {
        assertThat(all.token(BOTH)).map(TokenSource::env).hasValue("TOKEN");
    }

    @Test
    void aBlankVariableGivesWayToAFile() {
        assertThat(blank.token(BOTH)).map(TokenSource::file).hasValue("../token");
    }

    @Test
    void aBlankVariableWithoutAFileIsAnErrorThatNamesIt() {
        var made = blank.read(JungleKind.CLIENT, "{'name': 'c', 'access_token_ref': {'env': 'TOKEN'}}");
        assertThat(made.isRefused()).isTrue();
        assertThat(made.remarks()).anyMatch(remark -> remark.message().contains("TOKEN"));
    }

    @Test
    void aFileThatIsMissingOrBlankIsAnError() {
        assertThat(all.token("'access_token_ref': {'file': 'gone'}")).isEmpty();
        assertThat(new JungleFile(Map.of(), Map.of("token", ""), IntendedReader.DIRECTORY)
                        .token("'access_token_ref': {'file': 'token'}"))
                .isEmpty();
    }

    @Test
    void variablesAndFilesAreTrimmedAndTextIsNot() {
        assertThat(all.read(JungleKind.CLIENT, "{'name': 'c', " + BOTH + "}").externals())
                .containsValue(SecretValue.of("variable-token-9d1a4683"));
        assertThat(all.token("'access_token': ' inline-token-5f0c2b'")).isEmpty();
    }

    @Test
    void inAClusterTheValueStandsInASecret() {
        var cluster = new JungleFile(all.environment(), all.files(), IntendedReader.KUBERNETES);
        assertThat(cluster.token(BOTH)).map(TokenSource::secretRef).isPresent();
        assertThat(cluster.read(JungleKind.CLIENT, "{'name': 'c', " + BOTH + "}")
                        .resources())
                .filteredOn(Secret.class::isInstance)
                .extracting(secret -> ((Secret) secret).data().get("token"))
                .containsExactly(SecretValue.of("variable-token-9d1a4683"));
    }

    @Test
    void aClientWithoutATokenGetsOneAndAUserIsRefused() {
        assertThat(all.token("'description': 'x'")).map(TokenSource::secretRef).isPresent();
        assertThat(all.read(JungleKind.USER, "{'name': 'u'}").isRefused()).isTrue();
        assertThat(Optional.of(
                        all.read(JungleKind.USER, "{'name': 'u', " + BOTH + "}").isRefused()))
                .hasValue(false);
    }
}
