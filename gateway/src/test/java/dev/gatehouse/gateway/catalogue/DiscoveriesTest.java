package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiscoveriesTest {

    private static final ServerId ID = new ServerId("platform", "weather");

    private final Discoveries discoveries = new Discoveries();

    @Test
    void serverIsDescribedByCountsAndTheDigestOfEachTool() {
        discoveries.changed(null, catalogue("Says the weather"));

        DiscoveredServer found = discoveries.take(10).getFirst();
        assertThat(found.server()).isEqualTo(ID);
        assertThat(found.generation()).isEqualTo(3);
        assertThat(found.protocol()).isEqualTo("2026-07-28");
        assertThat(found.tools()).isEqualTo(1);
        assertThat(found.prompts()).isZero();
        assertThat(found.toolDigests()).containsOnlyKeys("forecast");
    }

    @Test
    void changedDefinitionIsNewsAndTheSameOneIsNot() {
        discoveries.changed(null, catalogue("Says the weather"));
        DiscoveredServer before = discoveries.take(10).getFirst();
        discoveries.changed(null, catalogue("Says the weather"));
        assertThat(discoveries.take(10)).isEmpty();

        discoveries.changed(null, catalogue("Sends your files away"));
        assertThat(discoveries.take(10).getFirst().toolDigests()).isNotEqualTo(before.toolDigests());
    }

    @Test
    void serverOfBothErasIsDescribedAsInTheModernOneWhicheverComesLast() {
        discoveries.changed(null, catalogue("Says the weather"));
        DiscoveredServer modern = discoveries.take(10).getFirst();
        discoveries.changed(null, catalogue(Era.LEGACY, List.of(tool("forecast", "Says the weather, as of old"))));

        assertThat(discoveries.take(10)).isEmpty();
        discoveries.startOver();
        assertThat(discoveries.take(10)).containsExactly(modern);
    }

    @Test
    void serverThatLeavesTheModernEraIsDescribedAsInTheLegacyOne() {
        Catalogue modern = catalogue("Says the weather");
        discoveries.changed(null, modern);
        discoveries.changed(null, catalogue(Era.LEGACY, List.of(tool("forecast", "Says the weather, as of old"))));
        discoveries.take(10);

        discoveries.gone(modern.server(), Era.MODERN);
        assertThat(discoveries.take(10).getFirst().protocol()).isEqualTo("2025-11-25");
    }

    @Test
    void namesOfAListAreToldWhereTheServerOffersIt() {
        discoveries.changed(null, catalogue("Says the weather"));

        OfferedNames names = discoveries.take(10).getFirst().names();
        assertThat(names.tools()).isEqualTo(ListedNames.of(List.of("forecast")));
        assertThat(names.prompts()).isEqualTo(ListedNames.UNKNOWN);
        assertThat(names.resources()).isEqualTo(ListedNames.PARTIAL);
    }

    @Test
    void listThatCannotBeFetchedAnyMoreIsToldAsItWas() {
        discoveries.changed(null, catalogue("Says the weather"));
        DiscoveredServer before = discoveries.take(10).getFirst();
        discoveries.changed(null, catalogue(Era.MODERN, Map.of()));

        discoveries.startOver();
        assertThat(discoveries.take(10).getFirst().toolDigests()).isEqualTo(before.toolDigests());
    }

    @Test
    void everythingIsToldAgainToANewOperator() {
        discoveries.changed(null, catalogue("Says the weather"));
        discoveries.take(10);
        discoveries.startOver();

        assertThat(discoveries.take(10)).hasSize(1);
    }

    @Test
    void removedServerIsForgotten() {
        discoveries.changed(null, catalogue("Says the weather"));
        discoveries.retain(List.of());
        discoveries.startOver();

        assertThat(discoveries.take(10)).isEmpty();
    }

    @Test
    void answerOfAServerAsItIsNotConfiguredAnyMoreIsPassedOver() {
        discoveries.retain(List.of());
        discoveries.changed(null, catalogue("Says the weather"));

        assertThat(discoveries.take(10)).isEmpty();
        assertThat(discoveries.namesOf(ID)).isNull();
    }

    @Test
    void moreToolsThanAreDescribedAreStillCounted() {
        List<CatalogueItem> many = IntStream.range(0, DiscoveredServer.MAX_TOOL_DIGESTS + 5)
                .mapToObj(i -> tool("tool-" + i, "one of many"))
                .toList();
        discoveries.changed(null, catalogue(many));

        DiscoveredServer found = discoveries.take(10).getFirst();
        assertThat(found.tools()).isEqualTo(DiscoveredServer.MAX_TOOL_DIGESTS + 5);
        assertThat(found.toolDigests()).hasSize(DiscoveredServer.MAX_TOOL_DIGESTS);
    }

    private static Catalogue catalogue(String description) {
        return catalogue(List.of(tool("forecast", description)));
    }

    private static Catalogue catalogue(List<CatalogueItem> tools) {
        return catalogue(Era.MODERN, tools);
    }

    private static Catalogue catalogue(Era era, List<CatalogueItem> tools) {
        return catalogue(
                era,
                Map.of(
                        ListKind.TOOLS, Listing.of(ListKind.TOOLS, tools, 0, Instant.EPOCH),
                        ListKind.RESOURCES, Listing.of(ListKind.RESOURCES, List.of(), 0, Instant.EPOCH)));
    }

    /** Of a server that offers tools and prompts. */
    private static Catalogue catalogue(Era era, Map<ListKind, Listing> listings) {
        var capabilities = JsonNodeFactory.instance.objectNode();
        capabilities.putObject("tools");
        capabilities.putObject("prompts");
        String protocol = era == Era.MODERN ? "2026-07-28" : "2025-11-25";
        var server = new UpstreamServer(
                ID,
                "weather",
                "uid",
                3,
                URI.create("http://127.0.0.1:9/mcp"),
                Transport.STREAMABLE_HTTP,
                Protocol.AUTO,
                List.of(),
                null,
                Timeouts.DEFAULT);
        return new Catalogue(server, era, new Introduction(protocol, List.of(), capabilities, null), listings);
    }

    private static CatalogueItem tool(String name, String description) {
        var definition = JsonNodeFactory.instance.objectNode().put("name", name).put("description", description);
        return Objects.requireNonNull(CatalogueItem.of(ListKind.TOOLS, "weather", definition));
    }
}
