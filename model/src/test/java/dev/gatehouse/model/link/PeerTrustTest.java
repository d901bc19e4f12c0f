package dev.gatehouse.model.link;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains lead where they should in these tests; what is left is the role. */
class PeerTrustTest {

    private final PeerTrust gatewaysTrust = new PeerTrust(LinkRole.OPERATOR, new AnyChain());
    private final PeerTrust operatorsTrust = new PeerTrust(LinkRole.GATEWAY, new AnyChain());

    @Test
    void eachEndTakesTheOther() {
        assertThatNoException().isThrownBy(() -> gatewaysTrust.checkServerTrusted(chain("operator"), "EC"));
        assertThatNoException().isThrownBy(() -> operatorsTrust.checkClientTrusted(chain("gateway"), "EC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "both", "neither"})
    void gatewayTakesNoCertificateButAnOperators(String name) {
        assertThatThrownBy(() -> gatewaysTrust.checkServerTrusted(chain(name), "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessage("this certificate is not an operator's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "both", "neither"})
    void operatorTakesNoCertificateButAGateways(String name) {
        assertThatThrownBy(() -> operatorsTrust.checkClientTrusted(chain(name), "EC"))
                .isInstanceOf(CertificateException.class)
                .hasMessage("this certificate is not a gateway's");
    }

    @Test
    void neitherEndPlaysTheOthersPart() {
        assertThatThrownBy(() -> gatewaysTrust.checkClientTrusted(chain("operator"), "EC"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> operatorsTrust.checkServerTrusted(chain("gateway"), "EC"))
                .isInstanceOf(CertificateException.class);
    }

    private static X509Certificate[] chain(String name) throws IOException, CertificateException {
        try (InputStream pem = Objects.requireNonNull(PeerTrustTest.class.getResourceAsStream(name + ".crt"))) {
            return new X509Certificate[] {
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem)
            };
        }
    }

    private static final class AnyChain implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
