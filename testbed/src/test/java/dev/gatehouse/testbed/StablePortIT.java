package dev.gatehouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StablePortIT {

    @Test
    void whatComesToTheStablePortIsAnsweredByTheOther() throws IOException {
        try (var echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                StablePort stable = StablePort.open(0, echo.getLocalPort());
                var caller = new Socket(InetAddress.getLoopbackAddress(), stable.port())) {
            caller.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
            caller.shutdownOutput();
            try (Socket callee = echo.accept()) {
                callee.getInputStream().transferTo(callee.getOutputStream());
            }

            assertThat(caller.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("hello");
        }
    }
}
