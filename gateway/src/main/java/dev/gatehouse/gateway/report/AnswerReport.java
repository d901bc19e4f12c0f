package dev.gatehouse.gateway.report;

import dev.gatehouse.gateway.source.directory.FindingPlaces;
import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.LocatedFinding;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.manifest.Location;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.rights.AccessView;
import dev.gatehouse.model.rights.Answer;
import dev.gatehouse.model.rights.Inquiry;
import dev.gatehouse.model.rights.RulePlace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer with the places of the rules behind it, and the errors in the folder that may have a part in it.
 *
 * @param errors of the principal, of what it refers to, of the server, and of files that could not be read at all
 */
public record AnswerReport(
        Inquiry inquiry, Answer answer, List<Place> grantedBy, List<Place> exceptedBy, List<LocatedFinding> errors) {

    public AnswerReport {
        grantedBy = List.copyOf(grantedBy);
        exceptedBy = List.copyOf(exceptedBy);
        errors = List.copyOf(errors);
    }

    /** A rule's pattern in its file, which is named from where the caller stands. */
    public record Place(RulePlace rule, String file, int line, int column) {}

    public static AnswerReport of(LoadedFolder loaded, Path folder, AccessView view, Inquiry inquiry, Answer answer) {
        var places = new FindingPlaces(folder);
        List<RulePlace> granted = switch (answer) {
            case Answer.Allowed allowed -> allowed.by();
            case Answer.Denied denied -> denied.by();
        };
        List<RulePlace> excepted = switch (answer) {
            case Answer.Allowed _ -> List.of();
            case Answer.Denied denied -> denied.exceptedBy();
        };
        Set<ResourceKey> concerned = concerned(view, inquiry);
        return new AnswerReport(
                inquiry,
                answer,
                granted.stream()
                        .map(rule -> place(rule, loaded, folder, places))
                        .toList(),
                excepted.stream()
                        .map(rule -> place(rule, loaded, folder, places))
                        .toList(),
                loaded.findings().stream()
                        .filter(LocatedFinding::error)
                        .filter(finding -> finding.resource() == null || concerned.contains(finding.resource()))
                        .toList());
    }

    public boolean allowed() {
        return answer instanceof Answer.Allowed;
    }

    private static Place place(RulePlace rule, LoadedFolder loaded, Path folder, FindingPlaces places) {
        Location object = loaded.manifests().locationOf(rule.object()).orElseThrow();
        Location at = places.of(object, rule.path());
        return new Place(rule, folder.resolve(at.file()).toString(), at.line(), at.column());
    }

    private static Set<ResourceKey> concerned(AccessView view, Inquiry inquiry) {
        PrincipalKey principal = inquiry.principal();
        Kind kind = principal.kind() == PrincipalKind.CLIENT ? Kind.MCP_CLIENT : Kind.MCP_USER;
        var concerned = new HashSet<ResourceKey>();
        concerned.add(new ResourceKey(kind, principal.namespace(), principal.name()));
        view.declaredAs(inquiry.server()).ifPresent(server -> concerned.add(server.key()));
        view.identity(principal).ifPresent(identity -> {
            identity.allowListRefs()
                    .forEach(ref -> concerned.add(new ResourceKey(
                            Kind.MCP_ALLOW_LIST,
                            Optional.ofNullable(ref.namespace()).orElse(principal.namespace()),
                            ref.name())));
            identity.tokens().stream()
                    .map(token -> Optional.ofNullable(token.secretRef()))
                    .flatMap(Optional::stream)
                    .forEach(ref -> concerned.add(new ResourceKey(Kind.SECRET, principal.namespace(), ref.name())));
        });
        return concerned;
    }
}
