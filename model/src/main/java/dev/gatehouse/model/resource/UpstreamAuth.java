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
        message = "bearer and headers both set Authorization; keep one")
public record UpstreamAuth(
        @JsonPropertyDescription("Sent as Authorization: Bearer.") @Nullable
        Bearer bearer,

        @JsonPropertyDescription("Further headers that carry a credential.")
        @Size(max = MOST_HEADERS)
        @ValidationRule(
                value = "self.all(h, self.exists_one(o, o.name.lowerAscii() == h.name.lowerAscii()))",
                message = "sets a header twice; keep one")
        List<Header> headers) {

    public static final int MOST_HEADERS = 16;

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
            @Size(min = 1, max = 128)
            @ValidationRule(
                    value = "self.matches('^[!#$%&\\'*+.^_`|~0-9A-Za-z-]+$')",
                    message = "is no name of a header")
            @ValidationRule(
                    value = "!(self.lowerAscii() in ['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding',"
                            + " 'upgrade', 'host', 'accept', 'accept-encoding', 'expect', 'origin', 'last-event-id',"
                            + " 'date', 'via', 'forwarded']) && !['content-', 'mcp-', 'proxy-', 'sec-', 'x-forwarded-']"
                            + ".exists(p, self.lowerAscii().startsWith(p))",
                    message = "is set by the gateway itself; use another header")
            String name,

            @Mandatory @JsonPropertyDescription("The header's value.")
            SecretKeyRef secretRef) {}
}
