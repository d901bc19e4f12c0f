package dev.gatehouse.operator.crd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One file below {@code invalid/KIND}: an object that must be refused, and after {@code # expect:} a part of the message. */
record InvalidCase(Path file) {

    private static final Path FOLDER = Path.of("src/test/resources/invalid");
    private static final String EXPECT = "# expect: ";

    static List<InvalidCase> all() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(InvalidCase::new)
                    .toList();
        }
    }

    String name() {
        return FOLDER.relativize(file).toString();
    }

    String yaml() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String expectedMessage() {
        String first = yaml().lines().findFirst().orElse("");
        if (!first.startsWith(EXPECT)) {
            throw new IllegalStateException(file + " must begin with " + EXPECT);
        }
        return first.substring(EXPECT.length());
    }
}
