package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Explanation;
import dev.gatehouse.model.access.ServerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a principal may newly do with one server, or may not do any more. */
public sealed interface RightsChange {

    ServerId server();

    boolean gained();

    /**
     * Names of one sort.
     *
     * @param patterns those of the rules that make the difference; empty if only exceptions do
     * @param example one name that shows it
     * @param granted why the side that allows the example does
     * @param excepted what takes the example away on the other side, if an exception does
     */
    record Names(
            ServerId server,
            boolean gained,
            RightsKind kind,
            List<String> patterns,
            String example,
            @Nullable Ground granted,
            @Nullable Ground excepted)
            implements RightsChange {}

    /** Perhaps names of one sort: too many rules to be sure. */
    record Unclear(ServerId server, boolean gained, RightsKind kind) implements RightsChange {}

    /** Only that the server is there. */
    record Visibility(ServerId server, boolean gained) implements RightsChange {}

    /** A rule set, and the rule and pattern in it. */
    record Ground(String origin, Explanation.Match match) {}
}
