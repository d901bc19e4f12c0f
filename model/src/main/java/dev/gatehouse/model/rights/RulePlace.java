package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Explanation;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the pattern that decides is written.
 *
 * @param path within the object, such as {@code spec.allow[0].except.tools[1]}
 * @param pattern absent where a rule grants the whole server
 */
public record RulePlace(
        ResourceKey object, String path, @Nullable String pattern) {

    /** Of what grants. */
    static Optional<RulePlace> ofGrant(
            AccessView view, DeclaredIdentity holder, Explanation.Part part, RightsKind kind) {
        return of(view, holder, part.origin(), part.granted(), kind, false);
    }

    /** Of what takes away. */
    static Optional<RulePlace> ofException(
            AccessView view, DeclaredIdentity holder, Explanation.Part part, RightsKind kind) {
        return of(view, holder, part.origin(), part.excepted(), kind, true);
    }

    private static Optional<RulePlace> of(
            AccessView view,
            DeclaredIdentity holder,
            String origin,
            Explanation.@Nullable Match match,
            RightsKind kind,
            boolean exception) {
        if (match == null) {
            return Optional.empty();
        }
        if (origin.equals(RuleSet.INLINE)) {
            return Optional.of(place(holder.object(), RuleSet.INLINE, holder.allow(), match, kind, exception));
        }
        return view.world().allowLists().stream()
                .filter(list -> list.key().toString().equals(origin))
                .findFirst()
                .map(list -> place(list.key(), "spec.rules", list.spec().rules(), match, kind, exception));
    }

    private static RulePlace place(
            ResourceKey object,
            String path,
            List<Rule> rules,
            Explanation.Match match,
            RightsKind kind,
            boolean exception) {
        String at = path + "[" + match.rule() + "]";
        Rule rule = rules.get(match.rule());
        Rule.Exceptions except = rule.except();
        List<String> patterns = exception ? (except == null ? null : kind.of(except)) : kind.of(rule);
        String pattern = match.pattern();
        if (pattern == null || patterns == null) {
            return new RulePlace(object, at, pattern);
        }
        String field = at + (exception ? ".except." : ".") + kind.label();
        // An exception also stands for its decoded spelling, which nobody wrote.
        int index = patterns.indexOf(pattern);
        return new RulePlace(object, index < 0 ? field : field + "[" + index + "]", pattern);
    }
}
