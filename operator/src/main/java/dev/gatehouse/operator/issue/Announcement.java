package dev.gatehouse.operator.issue;

import dev.gatehouse.model.access.MintedToken;
import java.time.Instant;

/** A token whose digest has been written and which itself only this process knows. Should it die, another one is minted. */
record Announcement(MintedToken token, Instant at) {

    boolean isOf(String digest) {
        return token.digest().hex().equals(digest);
    }
}
