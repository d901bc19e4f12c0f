package dev.gatehouse.gateway.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where bytes of audit lines go. Used by one thread. */
interface AuditOutput extends AutoCloseable {

    /** Writes all of it, or throws with the rest still in the buffer. */
    void write(ByteBuffer lines) throws IOException;

    @Override
    void close() throws IOException;

    /** The process's standard output, which stays open. */
    static AuditOutput standardOutput() {
        FileChannel channel = new FileOutputStream(FileDescriptor.out).getChannel();
        return new AuditOutput() {
            @Override
            public void write(ByteBuffer lines) throws IOException {
                while (lines.hasRemaining()) {
                    channel.write(lines);
                }
            }

            @Override
            public void close() {}
        };
    }
}
