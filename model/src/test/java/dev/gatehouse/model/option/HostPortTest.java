package dev.gatehouse.model.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1, 8080",
        "0.0.0.0:0, 0.0.0.0, 0",
        "localhost:65535, localhost, 65535",
        "gatehouse-operator.gatehouse-system.svc:8444, gatehouse-operator.gatehouse-system.svc, 8444",
        "[::1]:8080, ::1, 8080",
        "[fe80::1%eth0]:8080, fe80::1%eth0, 8080"
    })
    void isReadAndWrittenAlike(String text, String host, int port) {
        assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "8080           | '8080' is not HOST:PORT, such as 127.0.0.1:8080",
                ":8080          | ':8080' is not HOST:PORT",
                "[]:8080        | is not HOST:PORT",
                "[::1:8080      | is not HOST:PORT",
                "[host]:8080    | is not HOST:PORT",
                "a b:8080       | is not HOST:PORT",
                "a/b:8080       | is not HOST:PORT",
                "::1:8080       | an IPv6 address stands in brackets, such as [::1]:8080",
                "host:          | '' is not a port; it goes from 0 to 65535",
                "host:65536     | '65536' is not a port",
                "host:-1        | '-1' is not a port",
                "host:999999    | '999999' is not a port",
                "host:80x       | '80x' is not a port"
            })
    void whatIsNoneIsToldInASentence(String text, String sentence) {
        assertThatThrownBy(() -> HostPort.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
