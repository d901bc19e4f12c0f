package dev.gatehouse.gateway.cli;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code gatehouse can-i} prints, word for word, in each format. */
class CanIGoldenTest {

    @TestFactory
    Stream<DynamicTest> printsWhatTheCaseSays() throws IOException {
        return CommandCases.in("can-i")
                .flatMap(each -> Stream.of("text", "json")
                        .map(format -> each.test(format, each.arguments("can-i", format, "manifests"))));
    }
}
