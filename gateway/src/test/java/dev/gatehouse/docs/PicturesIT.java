package dev.gatehouse.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in the documentation are what their sources make. */
class PicturesIT {

    @ParameterizedTest
    @ValueSource(strings = {"request", "change"})
    void pictureIsWhatItsSourceMakes(String name) throws IOException, InterruptedException {
        assumeTrue(isThere("python3"), "python3 draws the pictures");
        Path docs = Document.REPOSITORY.resolve("docs");
        Process draw = new ProcessBuilder(
                        "python3",
                        "hack/draw",
                        docs.resolve("architecture/" + name + ".txt").toString())
                .directory(Document.REPOSITORY.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String drawn = new String(draw.getInputStream().readAllBytes(), UTF_8);

        assertThat(draw.waitFor()).isZero();
        assertThat(drawn).as("run make docs").isEqualTo(Files.readString(docs.resolve(name + ".svg")));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
