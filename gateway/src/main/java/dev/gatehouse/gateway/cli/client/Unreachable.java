package dev.gatehouse.gateway.cli.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLException;

/** Says why there was no answer, and what to look at. */
final class Unreachable {

    private Unreachable() {}

    static ApiFailure because(GatewayAddress gateway, IOException cause) {
        return new ApiFailure(ClientExit.UNREACHABLE, sentence(gateway, cause));
    }

    private static String sentence(GatewayAddress gateway, IOException cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return "no connection to " + gateway + ": is a gateway running there? (--url or GATEHOUSE_URL says where)";
        }
        if (cause instanceof SSLException) {
            return "no TLS with " + gateway + ": " + cause.getMessage() + " (--ca FILE names a private CA)";
        }
        return "the connection to " + gateway + " broke: " + cause.getMessage();
    }
}
