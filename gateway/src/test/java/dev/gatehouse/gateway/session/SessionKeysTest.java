package dev.gatehouse.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeysTest {

    private static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";

    @TempDir
    Path folder;

    @Test
    void keysAreReadInOrderAsHexAndBase64() throws IOException {
        String base64 = Base64.getEncoder().encodeToString(new byte[32]);

        SessionKeys keys = SessionKeys.load(file("# rotated on Monday\n" + HEX + "\n\n  " + base64 + "  \n"));

        assertThat(keys.keys()).hasSize(2);
        assertThat(keys.keys().getFirst()[1]).isEqualTo((byte) 0x11);
        assertThat(keys.keys().getLast()).isEqualTo(new byte[32]);
    }

    @Test
    void anythingElseIsRefusedNamingTheLineButNotItsContent() throws IOException {
        for (String bad : List.of("hunter2-hunter2", "!!!", "A".repeat(64) + "z", "z".repeat(64), "AAAA")) {
            Path file = file(HEX + "\n" + bad + "\n");

            assertThatThrownBy(() -> SessionKeys.load(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageNotContaining(bad)
                    .hasNoCause();
        }
    }

    @Test
    void fileWithoutAKeyIsRefused() throws IOException {
        Path file = file("# nothing yet\n");

        assertThatThrownBy(() -> SessionKeys.load(file)).isInstanceOf(IOException.class);
    }

    @Test
    void keysPrintOnlyTheirNumber() {
        assertThat(SessionKeys.of(List.of(new byte[32]))).hasToString("SessionKeys[1]");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("keys"), text);
    }
}
