package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFilterTest {

    private static final String ANSWER = """
            {"jsonrpc":"2.0","id":4,"result":{ "_meta" : {"tools":[1]}, "tools" : [
             {"name":"ec\\u0068o","description":"says [\\"name\\":\\"x\\"]","inputSchema":{"name":"secret","n":1.0}} ,
             {"description":"hidden","name":"secret"},
             {"name":"add", "x":null}], "nextCursor":"c\\/1","ttlMs":5,"cacheScope":"public" } }
            """;

    @Test
    void keepsWhatMayBeSeenByteByByte() {
        ListFilter filter = ListFilter.of(name -> !name.equals("secret"));

        assertThat(text(filter.answer(page(ListKind.TOOLS, ANSWER), new RequestId("\"me\""))))
                .isEqualTo("""
                {"jsonrpc":"2.0","id":"me","result":{ "_meta" : {"tools":[1]}, "tools" : \
                [{"name":"ec\\u0068o","description":"says [\\"name\\":\\"x\\"]","inputSchema":{"name":"secret","n":1.0}},\
                {"name":"add", "x":null}], "nextCursor":"c/1","ttlMs":5,"cacheScope":"private" }}""");
    }

    @Test
    void renamesAndReplacesTheCursor() {
        ListFilter filter =
                ListFilter.of("echo"::equals).withNamePrefix("demo__").withCursor(cursor -> "<" + cursor + ">");

        assertThat(text(filter.result(page(ListKind.TOOLS, ANSWER)))).isEqualTo("""
                { "_meta" : {"tools":[1]}, "tools" : \
                [{"name":"demo__echo","description":"says [\\"name\\":\\"x\\"]","inputSchema":{"name":"secret","n":1.0}}], \
                "nextCursor":"<c/1>","ttlMs":5,"cacheScope":"private" }""");
    }

    @Test
    void emptiesAListOfWhichNothingMayBeSeen() {
        assertThat(text(ListFilter.of(name -> false).result(page(ListKind.TOOLS, ANSWER))))
                .contains("\"tools\" : [], \"nextCursor\"")
                .doesNotContain("echo", "secret\"", "add");
    }

    @Test
    void dropsTheSecondOfANameWhicheverWayItIsSpelt() {
        ListPage page = page(
                ListKind.PROMPTS,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"prompts\":[{\"name\":\"a\",\"n\":1},{\"n\":2,\"name\":\"\\u0061\"}]}}");

        assertThat(ListFilter.of(name -> true).visible(page))
                .extracting(ListItem::key)
                .containsExactly("a");
        assertThat(text(ListFilter.of(name -> true).result(page)))
                .isEqualTo("{\"prompts\":[{\"name\":\"a\",\"n\":1}]}");
    }

    @Test
    void filtersResourcesByUriAndTemplatesByTemplate() {
        ListPage resources = page(
                ListKind.RESOURCES,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resources\":[{\"uri\":\"a:1\",\"name\":\"x\"},{\"uri\":\"b:1\",\"name\":\"x\"}]}}");
        ListPage templates = page(
                ListKind.TEMPLATES,
                "{\"result\":{\"resourceTemplates\":[{\"uriTemplate\":\"a:{x}\"}]},\"id\":1,\"jsonrpc\":\"2.0\"}");

        assertThat(text(ListFilter.of(uri -> uri.startsWith("a:")).result(resources)))
                .isEqualTo("{\"resources\":[{\"uri\":\"a:1\",\"name\":\"x\"}]}");
        assertThat(templates.items()).extracting(ListItem::key).containsExactly("a:{x}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"tools":[{"name":"a"}],"nextCursor":""}                       | {"tools":[{"name":"a"}]}
            {"nextCursor" : "" , "tools":[{"name":"a"}]}                   | { "tools":[{"name":"a"}]}
            {"tools":[] ,\t"next\\u0043ursor":"" ,"ttlMs":1}               | {"tools":[]  ,"ttlMs":1}
            {"\\"":1, "nextCursor":"asked","tools":[]}                     | {"\\"":1,"tools":[]}
            {"tools":[],"nextCursor":"other"}                              | {"tools":[],"nextCursor":"<other>"}
            """)
    void leavesOutACursorThatLeadsNowhere(String result, String passed) {
        ListFilter filter = ListFilter.of(name -> true)
                .withCursor(cursor -> "<" + cursor + ">")
                .of("asked");

        assertThat(text(filter.result(
                        page(ListKind.TOOLS, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}"))))
                .isEqualTo(passed);
    }

    @Test
    void readsNullAsAListOfNothing() {
        ListPage page =
                page(ListKind.TOOLS, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\" : null , \"ttlMs\":5}}");

        assertThat(page.items()).isEmpty();
        assertThat(text(ListFilter.of(name -> true).result(page))).isEqualTo("{\"tools\" : [] , \"ttlMs\":5}");
    }

    @Test
    void tellsAnErrorFromAList() {
        assertThat(read("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"no\"}}"))
                .isEqualTo(new ListPage.Reading.Failed(new RequestId("1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":true}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[{\"tools\":[]}]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[\"secret\"]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[[]]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{}]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":7}]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"a\",\"name\":\"b\"}]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[],\"tools\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[],\"nextCursor\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[],\"cacheScope\":{}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]},\"error\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}} x",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"result\":{\"tools\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{\"tools\":[]}}",
                "{\"jsonrpc\":\"2.0\",\"result\":{\"tools\":[]}}",
            })
    void passesNothingThatIsNoList(String answer) {
        assertThat(read(answer)).isInstanceOf(ListPage.Reading.Unreadable.class);
    }

    @Test
    void refusesAListBeyondTheBounds() {
        byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);

        assertThat(ListPage.read(ListKind.TOOLS, answer, ScanLimits.DEFAULT.withBytes(100)))
                .isEqualTo(new ListPage.Reading.Unreadable("The message is too long."));
    }

    @Test
    void knowsWhichMethodAsksForWhichList() {
        assertThat(List.of(ListKind.values()))
                .allSatisfy(kind -> assertThat(ListKind.of(kind.method())).isEqualTo(kind));
        assertThat(ListKind.of(Method.TOOLS_CALL)).isNull();
    }

    private static ListPage.Reading read(String answer) {
        return ListPage.read(ListKind.TOOLS, answer.getBytes(StandardCharsets.UTF_8), ScanLimits.DEFAULT);
    }

    private static ListPage page(ListKind kind, String answer) {
        ListPage.Reading reading = ListPage.read(kind, answer.getBytes(StandardCharsets.UTF_8), ScanLimits.DEFAULT);
        assertThat(reading).isInstanceOf(ListPage.Reading.Page.class);
        return ((ListPage.Reading.Page) reading).page();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
