package dev.gatehouse.model.resource;

/** What is said about URLs, by the API server in CEL, and by the translation, which judges the same with Java's parser. */
public final class WebUrl {

    static final int LONGEST = 2_048;

    static final String HTTP = "self.matches(r'^https?://([0-9A-Za-z.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]*)?([/?#].*)?$')"
            + " || self.matches('^https?://[^/?#]*@')";
    public static final String HTTP_MESSAGE = "must be an absolute http or https URL, such as https://example.com/mcp";
    static final String NO_USER_INFO = "!self.matches('^https?://[^/?#]*@')";
    public static final String NO_USER_INFO_MESSAGE =
            "must not hold credentials; put them into a Secret and refer to it in spec.auth";
    static final String NO_FRAGMENT = "!self.contains('#')";
    public static final String NO_FRAGMENT_MESSAGE = "must not have a fragment (#...)";
    static final String PARSES = "isURL(self) && (url(self).getPort() == ''"
            + " || (int(url(self).getPort()) > 0 && int(url(self).getPort()) < 65536))";
    public static final String PARSES_MESSAGE = "must be a URL, with a port that exists if it names one";

    private WebUrl() {}
}
