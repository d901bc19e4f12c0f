package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The processes know every flag that the chart gives them. */
class ChartFlagsIT {

    static final List<Path> VALUES = Chart.sampleValues();

    private static final Pattern FLAG = Pattern.compile("--[a-z][a-z-]*");

    private final Chart chart = new Chart(Helm.found());

    @ParameterizedTest
    @FieldSource("VALUES")
    void operatorKnowsItsFlags(Path values) throws Exception {
        assertThat(given(chart.render(values), "operator")).isNotEmpty().isSubsetOf(known("operator"));
    }

    @ParameterizedTest
    @FieldSource("VALUES")
    void gatewayKnowsItsFlags(Path values) throws Exception {
        assertThat(given(chart.render(values), "gateway")).isNotEmpty().isSubsetOf(known("gateway", "serve"));
    }

    private static List<String> given(Rendered rendered, String component) {
        return Rendered.texts(rendered.deployment(component).at("/spec/template/spec/containers/0/args")).stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> argument.replaceFirst("=.*", ""))
                .toList();
    }

    /** By what it says about itself, started as in its image. */
    private static Set<String> known(String component, String... command) throws IOException, InterruptedException {
        var arguments = new LinkedHashSet<>(List.of(command));
        arguments.add("--help");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(Image.of(component).command(java, List.copyOf(arguments)))
                .redirectErrorStream(true)
                .start();
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(help).isZero();
        var flags = new LinkedHashSet<String>();
        FLAG.matcher(help).results().forEach(found -> flags.add(found.group()));
        return flags;
    }
}
