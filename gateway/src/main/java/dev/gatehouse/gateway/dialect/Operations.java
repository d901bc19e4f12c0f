package dev.gatehouse.gateway.dialect;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Method;
import dev.gatehouse.gateway.mcp.Params;
import dev.gatehouse.gateway.mcp.Ref;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Operation.Notice;
import org.jspecify.annotations.Nullable;

/** What the methods of both eras ask for. The era's rules have let nothing pass that lacks what its method needs. */
final class Operations {

    private Operations() {}

    static Operation of(Method method, Params params) {
        return switch (method) {
            case INITIALIZE -> new Operation.Open();
            case SERVER_DISCOVER -> new Operation.Discover();
            case PING -> new Operation.Ping();
            case LOGGING_SET_LEVEL -> new Operation.SetLevel();
            case TOOLS_LIST -> new Operation.ListItems(ListKind.TOOLS, params.cursor());
            case PROMPTS_LIST -> new Operation.ListItems(ListKind.PROMPTS, params.cursor());
            case RESOURCES_LIST -> new Operation.ListItems(ListKind.RESOURCES, params.cursor());
            case RESOURCES_TEMPLATES_LIST -> new Operation.ListItems(ListKind.TEMPLATES, params.cursor());
            case TOOLS_CALL -> new Operation.CallTool(present(params.name()));
            case PROMPTS_GET -> new Operation.GetPrompt(present(params.name()));
            case RESOURCES_READ -> new Operation.ReadResource(present(params.uri()));
            case RESOURCES_SUBSCRIBE -> new Operation.Subscribe(present(params.uri()));
            case RESOURCES_UNSUBSCRIBE -> new Operation.Unsubscribe(present(params.uri()));
            case COMPLETION_COMPLETE -> completion(present(params.ref()));
            case SUBSCRIPTIONS_LISTEN -> new Operation.Listen(present(params.notifications()));
            case NOTIFICATIONS_INITIALIZED -> new Operation.Notify(Notice.INITIALIZED);
            case NOTIFICATIONS_CANCELLED -> new Operation.Notify(Notice.CANCELLED);
            case NOTIFICATIONS_PROGRESS -> new Operation.Notify(Notice.PROGRESS);
            case NOTIFICATIONS_ROOTS_LIST_CHANGED -> new Operation.Notify(Notice.ROOTS_CHANGED);
        };
    }

    private static Operation completion(Ref ref) {
        return ref.name() != null
                ? new Operation.CompletePrompt(ref.name())
                : new Operation.CompleteTemplate(present(ref.uri()));
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the era's rules let no message pass without its target");
        }
        return part;
    }
}
