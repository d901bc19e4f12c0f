package dev.gatehouse.gateway.cli;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code gatehouse check} prints, word for word, in each format. */
class CheckGoldenTest {

    @TestFactory
    Stream<DynamicTest> printsWhatTheCaseSays() throws IOException {
        return CommandCases.in("check")
                .flatMap(each -> Stream.of("text", "json", "github")
                        .map(format -> each.test(format, each.arguments("check", format, "manifests"))));
    }
}
