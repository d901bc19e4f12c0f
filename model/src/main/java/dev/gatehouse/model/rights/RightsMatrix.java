package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who may use what: a row for each principal, a column for each server that calls can reach.
 *
 * @param servers sorted by id
 * @param rows sorted by principal
 */
public record RightsMatrix(List<UpstreamServer> servers, List<Row> rows) {

    public RightsMatrix {
        servers = List.copyOf(servers);
        rows = List.copyOf(rows);
    }

    /**
     * @param standing unless it is {@link Standing#ACTIVE} every cell is empty
     * @param cells in the order of the servers
     */
    public record Row(PrincipalKey principal, Standing standing, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(Reach tools, Reach prompts, Reach resources) {

        public Reach reach(RightsKind kind) {
            return switch (kind) {
                case TOOLS -> tools;
                case PROMPTS -> prompts;
                case RESOURCES -> resources;
            };
        }
    }

    public static RightsMatrix of(
            AccessView view, Predicate<PrincipalKey> principals, Predicate<UpstreamServer> servers) {
        List<UpstreamServer> columns =
                view.served().values().stream().filter(servers).toList();
        Map<Grants, List<Cell>> known = new HashMap<>();
        List<Row> rows = view.principals().stream()
                .map(Principal::key)
                .filter(principals)
                .map(key -> {
                    Standing standing = view.standing(key);
                    Grants grants = standing == Standing.ACTIVE ? view.effective(key) : Grants.NONE;
                    return new Row(key, standing, known.computeIfAbsent(grants, each -> cells(each, columns)));
                })
                .toList();
        return new RightsMatrix(columns, rows);
    }

    private static List<Cell> cells(Grants grants, List<UpstreamServer> columns) {
        return columns.stream().map(column -> cell(grants, column.id())).toList();
    }

    private static Cell cell(Grants grants, ServerId server) {
        return new Cell(
                Reach.of(grants, server, RightsKind.TOOLS),
                Reach.of(grants, server, RightsKind.PROMPTS),
                Reach.of(grants, server, RightsKind.RESOURCES));
    }
}
