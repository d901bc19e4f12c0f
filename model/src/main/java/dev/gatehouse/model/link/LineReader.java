package dev.gatehouse.model.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines of a bounded length. Not thread-safe. */
final class LineReader {

    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final int maxLine;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    LineReader(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    /** The next line without its end; null when the stream ended after a whole line. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int from = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            append(line, from);
            if (position < limit) {
                position++;
                return line.toByteArray();
            }
            position = 0;
            limit = in.read(buffer);
            if (limit < 0) {
                return end(line);
            }
        }
    }

    private void append(ByteArrayOutputStream line, int from) throws LinkException {
        if (line.size() + position - from > maxLine) {
            throw new LinkException("a line is longer than " + maxLine + " bytes");
        }
        line.write(buffer, from, position - from);
    }

    private byte @Nullable [] end(ByteArrayOutputStream line) throws LinkException {
        limit = 0;
        if (line.size() > 0) {
            throw new LinkException("the stream ended within a line");
        }
        return null;
    }
}
