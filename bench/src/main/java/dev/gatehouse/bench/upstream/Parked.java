package dev.gatehouse.bench.upstream;

import java.util.concurrent.CountDownLatch;

/** Keeps a main thread from returning. */
final class Parked {

    private Parked() {}

    static void forGood() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
