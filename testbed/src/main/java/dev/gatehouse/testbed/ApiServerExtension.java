package dev.gatehouse.testbed;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link TestApiServer}, one for the whole run, or a fresh {@link TestNamespace} for each parameter that asks
 * for one: {@code @ExtendWith(ApiServerExtension.class)}.
 */
public final class ApiServerExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestApiServer.class || type == TestNamespace.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestApiServer server = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ApiServerExtension.class))
                .computeIfAbsent(TestApiServer.class, key -> TestApiServer.start(), TestApiServer.class);
        return parameter.getParameter().getType() == TestApiServer.class ? server : server.freshNamespace("test");
    }
}
