package dev.gatehouse.gateway.source.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows for how long its reader has been waiting for the other end. Read by one thread, asked by another. */
final class HeardStream extends FilterInputStream {

    private volatile long waitingSince;
    private volatile boolean waiting;

    HeardStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        waiting = true;
        try {
            return super.read(bytes, offset, length);
        } finally {
            waiting = false;
        }
    }

    /** 0 while the reader is busy with what it has. */
    long silentNanos() {
        long since = waitingSince;
        return waiting ? System.nanoTime() - since : 0;
    }
}
