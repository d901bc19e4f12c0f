package dev.gatehouse.operator.it;

import dev.gatehouse.testbed.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A Secret as files, as the kubelet shows it to a gateway's pod. */
record Mount(ScratchFolder scratch) implements AutoCloseable {

    static Mount of(Map<String, byte[]> data) throws IOException {
        ScratchFolder scratch = ScratchFolder.create("gatehouse-mount");
        for (Map.Entry<String, byte[]> file : data.entrySet()) {
            Files.write(scratch.folder().resolve(file.getKey()), file.getValue());
        }
        return new Mount(scratch);
    }

    Path folder() {
        return scratch.folder();
    }

    Path authorities() {
        return folder().resolve("ca.crt");
    }

    Path certificate() {
        return folder().resolve("tls.crt");
    }

    Path key() {
        return folder().resolve("tls.key");
    }

    @Override
    public void close() {
        scratch.close();
    }
}
