package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.GatewayOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Starts a gateway; what it returns stops it. */
@FunctionalInterface
interface Launcher {

    AutoCloseable start(GatewayOptions options) throws IOException, GeneralSecurityException;
}
