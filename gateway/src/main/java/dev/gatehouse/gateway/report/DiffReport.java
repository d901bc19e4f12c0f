package dev.gatehouse.gateway.report;

import dev.gatehouse.gateway.source.directory.LocatedFinding;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.rights.PrincipalChange;
import dev.gatehouse.model.rights.RightsDiff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A difference of rights, with what stands in the way of trusting it.
 *
 * @param before what the older side is called
 * @param now what the newer side is called
 * @param errorsBefore how many errors the older side has; what they refuse counts as not there
 * @param errors of the newer side: what they refuse today may be a right tomorrow
 */
public record DiffReport(RightsDiff diff, String before, String now, long errorsBefore, List<LocatedFinding> errors) {

    public DiffReport {
        errors = List.copyOf(errors);
    }

    /** Principals for whom the same changes. */
    public record Group(PrincipalChange change, List<PrincipalKey> principals) {}

    /** Those whose rights widen come first; otherwise in the order of their first principal. */
    public List<Group> groups() {
        var groups = new LinkedHashMap<List<?>, Group>();
        for (PrincipalChange change : diff.principals()) {
            var same = Arrays.asList(
                    change.before(),
                    change.now(),
                    change.roleBefore(),
                    change.roleNow(),
                    change.tokens(),
                    change.rights());
            groups.computeIfAbsent(same, absent -> new Group(change, new ArrayList<>()))
                    .principals()
                    .add(change.principal());
        }
        return groups.values().stream()
                .sorted((one, other) ->
                        Boolean.compare(other.change().widens(), one.change().widens()))
                .toList();
    }
}
