package dev.gatehouse.testbed;

import org.jspecify.annotations.Nullable;
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
                .computeIfAbsent(Attempt.class, key -> Attempt.start(), Attempt.class)
                .orThrow();
        return parameter.getParameter().getType() == TestApiServer.class ? server : server.freshNamespace("test");
    }

    /** What became of the one start of this run: a second would take as long and fail as well. */
    private record Attempt(
            @Nullable TestApiServer server, @Nullable RuntimeException failure) implements AutoCloseable {

        static Attempt start() {
            try {
                return new Attempt(TestApiServer.start(), null);
            } catch (RuntimeException e) {
                return new Attempt(null, e);
            }
        }

        TestApiServer orThrow() {
            if (server == null) {
                throw new IllegalStateException("The API server for this run did not start", failure);
            }
            return server;
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }
}
