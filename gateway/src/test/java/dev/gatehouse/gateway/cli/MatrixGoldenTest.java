package dev.gatehouse.gateway.cli;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code gatehouse matrix} prints, word for word, in each format. */
class MatrixGoldenTest {

    @TestFactory
    Stream<DynamicTest> printsWhatTheCaseSays() throws IOException {
        return CommandCases.in("matrix")
                .flatMap(each -> Stream.of("table", "json", "csv")
                        .map(format -> each.test(format, each.arguments("matrix", format, "manifests"))));
    }
}
