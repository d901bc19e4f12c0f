package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The usual world of a test: two legacy upstreams and a modern one, a client that may use a part of them, one that may use
 * everything and one that may use nothing, and a gateway between them.
 */
public final class Scene implements AutoCloseable {

    /** Stands in every message that must not get through. */
    public static final String CANARY = "canary-4711";

    private static final String CONTROL = "control-0815";

    private final RecordingUpstream alpha = RecordingUpstream.legacy(catalogue(Side.LEGACY));
    private final RecordingUpstream beta = RecordingUpstream.legacy(Catalogue.empty()
            .tools("open", "beta_only")
            .prompts("beta-prompt")
            .resources("beta://secret/1")
            .templates("beta://secret/{id}"));
    private final RecordingUpstream gamma = RecordingUpstream.modern(catalogue(Side.MODERN));
    private final Map<String, LegacyClient> sessions = new ConcurrentHashMap<>();
    private final GatewayFixture gateway;

    private Scene(Consumer<Catalogue> offers, Consumer<ManifestFolder> more) {
        Stream.of(alpha, gamma).map(RecordingUpstream::catalogue).forEach(offers);
        gateway = GatewayFixture.start(folder -> {
            world(folder);
            more.accept(folder);
        });
    }

    public static Scene open() {
        return open(folder -> {});
    }

    /** With {@code more} in the folder before the gateway starts. */
    public static Scene open(Consumer<ManifestFolder> more) {
        return new Scene(catalogue -> {}, more);
    }

    /** With {@code offers} made by the two servers of the sides before the gateway starts, too. */
    public static Scene over(Consumer<Catalogue> offers, Consumer<ManifestFolder> more) {
        return new Scene(offers, more);
    }

    private static Catalogue catalogue(Side side) {
        return Catalogue.empty()
                .tools("open", "get_one", "get_secret", "closed")
                .prompts("hello", "hidden-prompt")
                .resources(side.uri("open/1"), side.uri("open/2"), side.uri("closed/1"))
                .templates(side.uri("open/{id}"), side.uri("closed/{id}"));
    }

    private void world(ManifestFolder folder) {
        folder.legacyServer("alpha", alpha).legacyServer("beta", beta).modernServer("gamma", gamma);
        folder.client("alice", "[" + partOf(Side.LEGACY) + ", " + partOf(Side.MODERN) + "]");
        folder.client("root", "[{server: alpha}, {server: beta}, {server: gamma}]");
        folder.client("nobody", "[]");
    }

    /** The rule that gives alice a part of a server. */
    public static String partOf(Side side) {
        return "{server: %s, tools: [open, 'get_*'], except: {tools: ['get_secret*']}, prompts: [hello], resources: ['%s']}"
                .formatted(side.server(), side.uri("open/*"));
    }

    public RecordingUpstream alpha() {
        return alpha;
    }

    public RecordingUpstream beta() {
        return beta;
    }

    public RecordingUpstream gamma() {
        return gamma;
    }

    /** The upstream of {@code side}. */
    public RecordingUpstream upstream(Side side) {
        return switch (side) {
            case LEGACY -> alpha;
            case MODERN -> gamma;
        };
    }

    public List<RecordingUpstream> upstreams() {
        return List.of(alpha, beta, gamma);
    }

    public GatewayFixture gateway() {
        return gateway;
    }

    public RawClient raw() {
        return gateway.raw();
    }

    /** The standing session of {@code client} on {@code path}. */
    public LegacyClient legacy(String path, String client) {
        return sessions.computeIfAbsent(path + " " + client, key -> gateway.legacy(path, client));
    }

    public ModernClient modern(String path, String client) {
        return gateway.modern(path, client);
    }

    /** A request on {@code path} in the way of {@code side}, not sent yet. */
    public RawRequest request(Side side, String path, String client, String method, String params) {
        return switch (side) {
            case LEGACY -> legacy(path, client).request(method, params);
            case MODERN -> modern(path, client).request(method, params);
        };
    }

    /** As {@link #request}, by alice on the aggregate. */
    public RawRequest request(Side side, String method, String params) {
        return request(side, "/mcp", "alice", method, params);
    }

    /** A call of {@code tool} on {@code path} that carries the canary. */
    public RawRequest call(Side side, String path, String client, String tool) {
        String params = "{'name': " + Json.string(tool) + ", 'arguments': {'canary': '" + CANARY + "'}}";
        return request(side, path, client, "tools/call", params);
    }

    /** A call by alice that would be allowed, ready to be spoilt. */
    public RawRequest allowedCall(Side side) {
        return call(side, "/mcp", "alice", side.wireName("open"));
    }

    /** The allowed call under another token; without a session, which would be another reason to refuse it. */
    public RawRequest allowedCallWith(Side side, String token) {
        return allowedCall(side).without("Mcp-Session-Id").bearer(token);
    }

    /** The allowed call with another body under the same headers. */
    public RawRequest spoiltCall(Side side, UnaryOperator<String> spoil) {
        RawRequest call = allowedCall(side);
        String spoilt = spoil.apply(call.rawBody());
        assertThat(spoilt).as("spoilt body").isNotEqualTo(call.rawBody());
        return call.body(spoilt);
    }

    /** Sends {@code attack} and proves that no upstream saw anything of it, while the gateway goes on serving others. */
    public RawResponse refused(RawRequest attack) {
        forget();
        RawResponse response = raw().send(attack);
        assertNothingGotThrough();
        return response;
    }

    /** As {@link #refused(RawRequest)}, with the HTTP status that it must have. */
    public RawResponse refused(RawRequest attack, int status) {
        RawResponse response = refused(attack);
        assertThat(response.status()).as(response.visible()).isEqualTo(status);
        return response;
    }

    /** Makes every upstream forget what it saw. */
    public void forget() {
        upstreams().forEach(RecordingUpstream::forget);
    }

    /** No upstream saw the canary, and an honest call still gets through and is seen. */
    public void assertNothingGotThrough() {
        RawResponse control = legacy("/mcp", "root").callTool("alpha__open", "{'control': '" + CONTROL + "'}");
        assertThat(control.status()).as("an honest call afterwards").isEqualTo(200);
        assertThat(alpha.received()).anyMatch(request -> request.mentions(CONTROL));
        upstreams().forEach(upstream -> upstream.assertNeverSaw(CANARY));
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        alpha.close();
        beta.close();
        gamma.close();
    }
}
