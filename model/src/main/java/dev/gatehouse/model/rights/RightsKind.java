package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The three sorts of thing that a rule grants by name. */
public enum RightsKind {
    TOOLS("tools"),
    PROMPTS("prompts"),
    RESOURCES("resources");

    private final String label;

    RightsKind(String label) {
        this.label = label;
    }

    /** As the field of a rule is called. */
    public String label() {
        return label;
    }

    public NameRules of(ServerRules rules) {
        return switch (this) {
            case TOOLS -> rules.tools();
            case PROMPTS -> rules.prompts();
            case RESOURCES -> rules.resources();
        };
    }

    /** What {@code rule} grants of it; null: nothing is said. */
    @Nullable
    List<String> of(Rule rule) {
        return switch (this) {
            case TOOLS -> rule.tools();
            case PROMPTS -> rule.prompts();
            case RESOURCES -> rule.resources();
        };
    }

    List<String> of(Rule.Exceptions exceptions) {
        return switch (this) {
            case TOOLS -> exceptions.tools();
            case PROMPTS -> exceptions.prompts();
            case RESOURCES -> exceptions.resources();
        };
    }

    /** Whatever a caller may do with {@code name}; the first is the usual one. */
    public List<Action> actions(ServerId server, String name) {
        return switch (this) {
            case TOOLS -> List.of(new Action.Tool(server, name));
            case PROMPTS -> List.of(new Action.Prompt(server, name));
            case RESOURCES -> List.of(new Action.Resource(server, name), new Action.Template(server, name));
        };
    }
}
