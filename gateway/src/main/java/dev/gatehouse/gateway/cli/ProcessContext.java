package dev.gatehouse.gateway.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a command sees of its process.
 *
 * @param folder the current folder, to which relative paths refer
 * @param random what tokens are minted from
 */
record ProcessContext(Map<String, String> environment, InputStream in, Path folder, RandomGenerator random) {

    static ProcessContext ofThisProcess(Map<String, String> environment) {
        return new ProcessContext(environment, System.in, Path.of(""), new SecureRandom());
    }

    @Override
    public String toString() {
        return "ProcessContext[" + folder + "]";
    }
}
