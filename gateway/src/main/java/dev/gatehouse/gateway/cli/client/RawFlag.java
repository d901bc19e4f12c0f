package dev.gatehouse.gateway.cli.client;

import picocli.CommandLine.Option;

/** Lets a server's text out as it is, for files and pipes. */
final class RawFlag {

    @Option(
            names = "--raw",
            description = "Print text exactly as the server sent it. Otherwise what a terminal would act on, such as"
                    + " escape sequences, is written out.")
    private boolean raw;

    String text(String ofServer) {
        return raw ? ofServer : SafeText.block(ofServer);
    }
}
