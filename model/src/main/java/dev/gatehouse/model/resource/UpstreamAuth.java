package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials that the gateway presents to the upstream. They come from Secrets and never reach a client. */
@ValidationRule(
        value = "!has(self.bearer) || !has(self.headers)"
                + " || !self.headers.exists(h, h.name.lowerAscii() == 'authorization')",
        message = "the header Authorization " + UpstreamAuth.TWICE_MESSAGE)
public record UpstreamAuth(
        @JsonPropertyDescription("Sent as Authorization: Bearer.") @Nullable
        Bearer bearer,

        @JsonPropertyDescription("Further headers that carry a credential.")
        @Size(max = MOST_HEADERS)
        @ValidationRule(
                value = "self.all(h, self.exists_one(o, o.name.lowerAscii() == h.name.lowerAscii()))",
                message = "has a header that " + TWICE_MESSAGE)
        List<Header> headers) {

    public static final int MOST_HEADERS = 16;

    /** Of a header. */
    public static final String TWICE_MESSAGE = "is set twice; keep one";

    public UpstreamAuth(@Nullable Bearer bearer, @Nullable List<Header> headers) {
        this.bearer = bearer;
        this.headers = headers == null ? List.of() : List.copyOf(headers);
    }

    /** {@code Authorization: Bearer} with the Secret's value. */
    public record Bearer(
            @Mandatory @JsonPropertyDescription("The token.")
            SecretKeyRef secretRef) {}

    /** A header of any other name with the Secret's value. */
    public record Header(
            @Mandatory
            @JsonPropertyDescription(
                    "The header's name. Those of the connection and of the protocol are the gateway's own.")
            @Size(min = 1, max = LONGEST_NAME)
            @ValidationRule(value = "self.matches(\"" + NAME_PATTERN + "\")", message = NAME_MESSAGE)
            @ValidationRule(
                    value = "!self.lowerAscii().matches('" + RESERVED_PATTERN + "')",
                    message = RESERVED_MESSAGE)
            String name,

            @Mandatory @JsonPropertyDescription("The header's value.")
            SecretKeyRef secretRef) {

        private static final int LONGEST_NAME = 128;
        private static final String NAME_PATTERN = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";
        private static final String NAME_MESSAGE = "is no name of a header";

        public static final Syntax NAME = new Syntax(NAME_PATTERN, LONGEST_NAME, NAME_MESSAGE);

        /** Names in lower case that steer the connection or the protocol. */
        public static final String RESERVED_PATTERN =
                "^(connection|keep-alive|te|trailer|transfer-encoding|upgrade|host"
                        + "|accept|accept-encoding|expect|origin|last-event-id|date|via|forwarded"
                        + "|(content|mcp|proxy|sec|x-forwarded)-.*)$";

        public static final String RESERVED_MESSAGE = "is set by the gateway itself; use another header";
    }
}
