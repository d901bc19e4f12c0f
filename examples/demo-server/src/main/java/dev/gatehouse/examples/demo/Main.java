package dev.gatehouse.examples.demo;

import java.util.concurrent.CountDownLatch;

/** Runs the demo server until it is interrupted. The one argument is the port; without it, or with 0, any free one. */
public final class Main {

    private Main() {}

    /** Prints the server's URL as the first line of standard output once it answers. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("logback.configurationFile", "demo-server-logback.xml");
        DemoServer server = DemoServer.start(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println(server.url());
        new CountDownLatch(1).await();
    }
}
