package dev.gatehouse.gateway.cli;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code gatehouse diff} prints, word for word, in each format. */
class DiffGoldenTest {

    @TestFactory
    Stream<DynamicTest> printsWhatTheCaseSays() throws IOException {
        return CommandCases.in("diff")
                .flatMap(each -> Stream.of("text", "json", "markdown")
                        .map(format -> each.test(format, each.arguments("diff", format, "old", "new"))));
    }
}
