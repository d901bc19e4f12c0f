package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables in {@code docs/operator.md} are what the chart grants. */
class RightsTableIT {

    private static final String PLAIN = "gateway.allowPlainHttp=true";
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    private final Chart chart = new Chart(Helm.found());
    private String everywhere = "";
    private String ownNamespace = "";

    /** A row of a table: what it lists, and under what condition or of which name. */
    private record Row(List<String> cells) {

        List<Grant> grants(String namespace, Set<String> names) {
            String group =
                    cells.get(0).equals("core") ? "" : words(cells.get(0)).getFirst();
            var grants = new ArrayList<Grant>();
            for (String resource : words(cells.get(1))) {
                for (String verb : words(cells.get(2))) {
                    grants.add(new Grant(namespace, group, resource, verb, names));
                }
            }
            return grants;
        }

        String last() {
            return cells.get(3);
        }
    }

    @BeforeEach
    void read() throws IOException {
        String page = Files.readString(Repository.resolve("docs/operator.md"));
        String rights = page.substring(page.indexOf("\n## Rights\n"), page.indexOf("\n## Try it on one machine\n"));
        int own = rights.indexOf("\nIn its own namespace:\n");
        everywhere = rights.substring(0, own);
        ownNamespace = rights.substring(own);
    }

    @Test
    void wholeClusterIsGrantedWhatTheTableSays() {
        assertThat(granted("", PLAIN)).containsExactlyInAnyOrderElementsOf(told("", row -> true));
    }

    @Test
    void withoutIssuedTokensIsGrantedWhatTheTableSays() {
        assertThat(granted("", PLAIN, "operator.issueTokens=false"))
                .containsExactlyInAnyOrderElementsOf(told("", row -> !row.last().equals("for issued tokens")));
    }

    @Test
    void namespaceOfAListIsGrantedWhatTheTableSays() {
        assertThat(granted("team-a", PLAIN, "namespaces={team-a}"))
                .containsExactlyInAnyOrderElementsOf(
                        told("team-a", row -> !row.last().equals("cluster-wide")));
    }

    @Test
    void ownNamespaceIsGrantedWhatTheTableSays() {
        List<Grant> told = rows(ownNamespace).stream()
                .flatMap(row -> row.grants(Chart.NAMESPACE, names(row)).stream())
                .toList();

        assertThat(granted(Chart.NAMESPACE, PLAIN)).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void boundRolesOfTheSystemAreTold() {
        assertThat(chart.render(PLAIN, "namespaces={team-a}").ofKind("ClusterRoleBinding"))
                .extracting(binding -> binding.at("/roleRef/name").asText())
                .isNotEmpty()
                .allSatisfy(role -> assertThat(ownNamespace).contains("the ClusterRole `" + role + "`"));
    }

    private List<Grant> told(String namespace, Predicate<Row> counts) {
        return rows(everywhere).stream()
                .filter(counts)
                .flatMap(row -> row.grants(namespace, Set.of()).stream())
                .toList();
    }

    private List<Grant> granted(String namespace, String... values) {
        return Grant.of(chart.render(values), Chart.NAMESPACE).stream()
                .filter(grant -> grant.namespace().equals(namespace))
                .toList();
    }

    private static List<Row> rows(String text) {
        List<Row> rows = text.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Group "))
                .map(line -> new Row(Pattern.compile("\\|")
                        .splitAsStream(line)
                        .skip(1)
                        .map(String::strip)
                        .toList()))
                .toList();
        assertThat(rows).isNotEmpty().allMatch(row -> row.cells().size() == 4);
        return rows;
    }

    private static Set<String> names(Row row) {
        return words(row.last()).stream()
                .filter(word -> !word.startsWith("--"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
