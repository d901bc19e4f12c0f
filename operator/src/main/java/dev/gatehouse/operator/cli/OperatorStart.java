package dev.gatehouse.operator.cli;

import dev.gatehouse.operator.OperatorOptions;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Starts an operator; what it returns stops it. */
@FunctionalInterface
interface OperatorStart {

    AutoCloseable start(Config cluster, OperatorOptions options)
            throws IOException, GeneralSecurityException, InterruptedException;
}
