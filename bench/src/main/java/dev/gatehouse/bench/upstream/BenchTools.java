package dev.gatehouse.bench.upstream;

/** The tools of the upstream under load: what callers call, what lists hold, and what nobody is allowed. */
public final class BenchTools {

    /** Answers with the marker that it was called with and the length of the whole body. */
    public static final String ECHO = "echo";

    /** Answers as an event stream of {@value #EVENTS} events: progress, and at last the result. */
    public static final String STREAM = "stream";

    /** Listed by the upstream and excepted from what most clients are granted. */
    public static final String SECRET = "secret";

    public static final int EVENTS = 20;

    /** How many tools there are, {@link #SECRET} among them. */
    public static final int COUNT = 200;

    private static final String TOOL = """
            {"name":"%s","description":"Looks up the entry with the given key and answers with what it holds.",\
            "inputSchema":{"type":"object","properties":{"key":{"type":"string","description":"which entry"},\
            "limit":{"type":"integer"}},"required":["key"]}}""";

    private BenchTools() {}

    /** The result of tools/list, without the message around it: about 46 KB. */
    static String listResult() {
        var tools = new StringBuilder("{\"tools\":[");
        tools.append(TOOL.formatted(ECHO)).append(',');
        tools.append(TOOL.formatted(STREAM)).append(',');
        tools.append(TOOL.formatted(SECRET));
        for (int i = 0; i < COUNT - 3; i++) {
            tools.append(',').append(TOOL.formatted("tool_%03d".formatted(i)));
        }
        return tools.append("]}").toString();
    }
}
