package dev.gatehouse.model.link;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The other end says something that this one does not take. Nothing of what it said is in the message. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1;

    public LinkException(String message) {
        super(message);
    }

    public LinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
