package dev.gatehouse.gateway.cli.identity;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.TokenStrength;
import org.jspecify.annotations.Nullable;

/** Judges a token that somebody brings along, by the gateway's own rule. */
public final class TokenRules {

    private TokenRules() {}

    /** The token that a file or an input holds: white space around it is nobody's intention. */
    public static SecretValue stripped(byte[] content) {
        return SecretValue.of(SecretValue.of(content).text().strip());
    }

    /** Why it will not do, as the rest of a sentence that begins with where it stands; null if it will. */
    public static @Nullable String objection(SecretValue token) {
        String weakness = TokenStrength.weakness(token.bytes());
        if (weakness != null) {
            return weakness + "; make one with: gatehouse token";
        }
        String text = token.text();
        return MintedToken.looksMinted(text) && !MintedToken.hasValidChecksum(text)
                ? "looks like a token of Gatehouse, but its checksum is wrong; copy it again"
                : null;
    }
}
