package dev.gatehouse.gateway.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A destination that takes nothing until it is let go, and fails as often as it is told. */
final class StuckOutput implements AuditOutput {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public void write(ByteBuffer lines) throws IOException {
        reached.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("no space left");
        }
        texts.add(StandardCharsets.US_ASCII.decode(lines).toString());
    }

    @Override
    public void close() {}

    void failTimes(int times) {
        failures.set(times);
    }

    void letGo() {
        open.countDown();
    }

    boolean isReached() {
        return reached.getCount() == 0;
    }

    String text() {
        return String.join("", texts);
    }
}
