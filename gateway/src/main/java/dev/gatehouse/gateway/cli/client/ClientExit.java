package dev.gatehouse.gateway.cli.client;

/** Exit codes of the commands that talk to a gateway; scripts tell by them what is worth trying again. */
final class ClientExit {

    static final int FAILURE = 1;
    static final int UNAUTHENTICATED = 3;
    static final int FORBIDDEN = 4;
    static final int UNREACHABLE = 5;

    static final String HELP =
            "Exit codes: 0 success, 1 failure, 2 wrong usage, 3 the token was refused, 4 the user may"
                    + " not do that, 5 the gateway or what stands behind it cannot be reached.";

    private ClientExit() {}

    /** For the status of an answer that is not 200. */
    static int ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 502, 503, 504 -> UNREACHABLE;
            default -> FAILURE;
        };
    }
}
