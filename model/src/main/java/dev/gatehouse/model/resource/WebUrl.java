package dev.gatehouse.model.resource;

/** What the API server says about URLs; the translation judges the same with Java's parser. */
final class WebUrl {

    static final int LONGEST = 2_048;

    static final String HTTP = "self.matches(r'^https?://([0-9A-Za-z.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]*)?([/?#].*)?$')"
            + " || self.matches('^https?://[^/?#]*@')";
    static final String HTTP_MESSAGE = "must be an absolute http or https URL, such as https://example.com/mcp";
    static final String NO_USER_INFO = "!self.matches('^https?://[^/?#]*@')";
    static final String NO_USER_INFO_MESSAGE =
            "must not hold credentials; put them into a Secret and refer to it in spec.auth";
    static final String NO_FRAGMENT = "!self.contains('#')";
    static final String NO_FRAGMENT_MESSAGE = "must not have a fragment (#...)";
    static final String PARSES = "isURL(self) && (url(self).getPort() == ''"
            + " || (int(url(self).getPort()) > 0 && int(url(self).getPort()) < 65536))";
    static final String PARSES_MESSAGE = "must be a URL, with a port that exists if it names one";

    private WebUrl() {}
}
