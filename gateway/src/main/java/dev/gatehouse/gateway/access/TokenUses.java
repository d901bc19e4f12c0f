package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.link.TokenUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each token was last used, to the minute. A use costs a look-up, and a write once a minute. At most
 * {@value #MAX_TOKENS} tokens at a time; the uses of further ones are not remembered. Thread-safe.
 */
public final class TokenUses implements CredentialListener {

    private static final int MAX_TOKENS = 200_000;
    private static final long SECONDS = 60;
    private static final long FORGOTTEN_AFTER_MINUTES = 60;

    private static final class Mark {
        private final Credential credential;
        private volatile long minute;
        private long taken;

        Mark(Credential credential, long minute) {
            this.credential = credential;
            this.minute = minute;
        }
    }

    private final Map<TokenDigest, Mark> marks = new ConcurrentHashMap<>();

    @Override
    public void authenticated(Credential credential, Instant now) {
        long minute = now.getEpochSecond() / SECONDS;
        TokenDigest digest = credential.token().digest();
        Mark mark = marks.get(digest);
        if (mark == null) {
            if (marks.size() < MAX_TOKENS) {
                marks.put(digest, new Mark(credential, minute));
            }
        } else if (mark.minute != minute) {
            mark.minute = minute;
        }
    }

    /** Takes at most so many uses that were not taken before. */
    public synchronized List<TokenUse> take(int most, Instant now) {
        long oldest = now.getEpochSecond() / SECONDS - FORGOTTEN_AFTER_MINUTES;
        var uses = new ArrayList<TokenUse>();
        for (Iterator<Mark> all = marks.values().iterator(); all.hasNext() && uses.size() < most; ) {
            Mark mark = all.next();
            long minute = mark.minute;
            if (minute != mark.taken) {
                mark.taken = minute;
                uses.add(new TokenUse(
                        mark.credential.principal().key(),
                        mark.credential.token().name(),
                        Instant.ofEpochSecond(minute * SECONDS)));
            } else if (minute < oldest) {
                all.remove();
            }
        }
        return uses;
    }
}
