package dev.gatehouse.gateway.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.rights.PrincipalChange;
import dev.gatehouse.model.rights.RightsChange;
import dev.gatehouse.model.rights.ServerChange;
import dev.gatehouse.model.rights.TokenChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A difference of rights as one JSON document: every principal for itself. */
public final class DiffJson {

    private DiffJson() {}

    public static void print(DiffReport report, PrintWriter out) {
        ObjectNode document = JsonReport.object()
                .put("widens", report.diff().widens())
                .put("old", report.before())
                .put("new", report.now());
        ArrayNode principals = document.putArray("principals");
        report.diff().principals().forEach(change -> write(change, principals.addObject()));
        ArrayNode servers = document.putArray("servers");
        report.diff().servers().forEach(change -> write(change, servers.addObject()));
        document.put("errorsInOld", report.errorsBefore());
        ArrayNode errors = document.putArray("errorsInNew");
        report.errors().forEach(error -> CheckJson.write(error, Path.of(report.now()), errors.addObject()));
        JsonReport.print(document, out);
    }

    private static void write(PrincipalChange change, ObjectNode into) {
        into.put("principal", change.principal().toString())
                .put("widens", change.widens())
                .put("standingBefore", change.before().name())
                .put("standing", change.now().name());
        if (change.roleBefore() != null) {
            into.put("roleBefore", change.roleBefore().name());
        }
        if (change.roleNow() != null) {
            into.put("role", change.roleNow().name());
        }
        ArrayNode tokens = into.putArray("tokens");
        change.tokens().forEach(token -> write(token, tokens.addObject()));
        ArrayNode rights = into.putArray("rights");
        change.rights().forEach(right -> write(right, rights.addObject()));
    }

    private static void write(TokenChange token, ObjectNode into) {
        into.put("change", token.kind().name()).put("name", token.name());
        if (token.fingerprint() != null) {
            into.put("fingerprint", token.fingerprint());
        }
    }

    private static void write(RightsChange change, ObjectNode into) {
        into.put("change", change.gained() ? "GAINED" : "LOST")
                .put("server", change.server().toString());
        switch (change) {
            case RightsChange.Visibility _ -> into.put("sort", "server");
            case RightsChange.Unclear unclear ->
                into.put("sort", unclear.kind().label()).put("certain", false);
            case RightsChange.Names names -> {
                into.put("sort", names.kind().label()).put("certain", true);
                JsonReport.texts(into.putArray("patterns"), names.patterns());
                into.put("example", names.example());
                write(names.granted(), "grantedBy", into);
                write(names.excepted(), "exceptedBy", into);
            }
        }
    }

    private static void write(RightsChange.@Nullable Ground ground, String field, ObjectNode into) {
        if (ground != null) {
            into.putObject(field)
                    .put("ruleSet", ground.origin())
                    .put("rule", ground.match().rule())
                    .put("pattern", ground.match().pattern());
        }
    }

    private static void write(ServerChange change, ObjectNode into) {
        into.put("server", change.server().toString())
                .put("change", change.aspect().name())
                .put("widens", change.widens());
        if (change.before() != null) {
            into.put("before", change.before());
        }
        if (change.now() != null) {
            into.put("now", change.now());
        }
    }
}
