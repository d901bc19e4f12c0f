package dev.gatehouse.operator.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.resource.SecretValue;
import java.security.SecureRandom;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CertificateKeeperTest {

    private static final PkiPolicy POLICY = PkiPolicy.forNames(Set.of("gatehouse-operator.gatehouse.svc", "127.0.0.1"));

    private final MemoryCertificateStore store = new MemoryCertificateStore();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-28T10:00:00Z"));
    private final CertificateKeeper keeper = new CertificateKeeper(store, POLICY, clock, new SecureRandom());

    @Test
    void firstRunMakesAnAuthorityAndBothCertificates() throws Exception {
        keeper.keep();

        LinkIdentity operator = identity(LinkRole.OPERATOR);
        X509Certificate certificate = operator.own().certificate();
        assertThat(LinkRole.OPERATOR.isOf(certificate)).isTrue();
        assertThat(LinkRole.GATEWAY.isOf(certificate)).isFalse();
        assertThat(SubjectNames.of(certificate)).isEqualTo(POLICY.operatorNames());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(identity(LinkRole.GATEWAY).own().certificate().getExtendedKeyUsage())
                .containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getNotBefore())
                .isEqualTo(Date.from(clock.instant().minus(Duration.ofMinutes(5))));
        assertThat(certificate.getNotAfter())
                .isEqualTo(Date.from(clock.instant().plus(Duration.ofDays(30))));
        assertEachEndTrustsTheOther();
    }

    @Test
    void nothingIsWrittenWhenNothingIsDue() throws Exception {
        Instant due = keeper.keep();
        int writes = store.writes();

        clock.set(due.minusSeconds(1));
        assertThat(keeper.keep()).isEqualTo(due);
        assertThat(store.writes()).isEqualTo(writes);
    }

    @Test
    void certificateIsRenewedAtTwoThirdsOfItsLife() throws Exception {
        Instant due = keeper.keep();
        X509Certificate before = identity(LinkRole.GATEWAY).own().certificate();

        assertThat(due).isEqualTo(clock.instant().plus(Duration.ofDays(20)));
        clock.set(due);
        keeper.keep();

        X509Certificate after = identity(LinkRole.GATEWAY).own().certificate();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.getIssuerX500Principal()).isEqualTo(before.getIssuerX500Principal());
    }

    @Test
    void newAuthorityIsTrustedByBothEndsBeforeItSignsAnything() throws Exception {
        keeper.keep();
        X509Certificate old = authority();
        clock.advance(Duration.ofDays(244));
        keeper.keep();

        for (LinkRole role : LinkRole.values()) {
            assertThat(identity(role).trusted()).hasSize(2).contains(old);
            assertThat(identity(role).own().certificate().getIssuerX500Principal())
                    .isEqualTo(old.getSubjectX500Principal());
        }
        clock.advance(POLICY.announcement());
        keeper.keep();
        for (LinkRole role : LinkRole.values()) {
            assertThat(identity(role).trusted()).hasSize(2).contains(old);
            assertThat(identity(role).own().certificate().getIssuerX500Principal())
                    .isNotEqualTo(old.getSubjectX500Principal());
        }
    }

    @Test
    void certificatesVerifyAtEveryMomentOfThreeYearsAlsoAgainstTheListsOfTheDayBefore() throws Exception {
        keeper.keep();
        for (int day = 0; day < 3 * 365; day++) {
            LinkIdentity operatorBefore = identity(LinkRole.OPERATOR);
            LinkIdentity gatewayBefore = identity(LinkRole.GATEWAY);
            clock.advance(Duration.ofDays(1));
            keeper.keep();
            assertEachEndTrustsTheOther();
            verify(identity(LinkRole.OPERATOR), gatewayBefore);
            verify(identity(LinkRole.GATEWAY), operatorBefore);
            verify(operatorBefore, identity(LinkRole.GATEWAY));
            verify(gatewayBefore, identity(LinkRole.OPERATOR));
        }
    }

    @Test
    void retiredAuthorityIsForgottenWhenItHasExpired() throws Exception {
        keeper.keep();
        X509Certificate old = authority();
        clock.advance(Duration.ofDays(244));
        keeper.keep();
        clock.advance(Duration.ofDays(122));
        keeper.keep();

        for (LinkRole role : LinkRole.values()) {
            assertThat(identity(role).trusted()).hasSize(1).doesNotContain(old);
        }
    }

    @Test
    void otherNamesForTheOperatorGiveItANewCertificateOnly() throws Exception {
        keeper.keep();
        LinkIdentity gateway = identity(LinkRole.GATEWAY);
        var renamed = new CertificateKeeper(store, PkiPolicy.forNames(Set.of("elsewhere")), clock, new SecureRandom());
        renamed.keep();

        assertThat(SubjectNames.of(identity(LinkRole.OPERATOR).own().certificate()))
                .containsExactly("elsewhere");
        assertThat(identity(LinkRole.GATEWAY).own().certificate())
                .isEqualTo(gateway.own().certificate());
    }

    @Test
    void twoOperatorsEndWithOneAuthority() throws Exception {
        var second = new CertificateKeeper(new Overtaken(), POLICY, clock, new SecureRandom());
        second.keep();

        assertThat(identity(LinkRole.OPERATOR).trusted()).isEqualTo(List.of(authority()));
        assertEachEndTrustsTheOther();
    }

    @Test
    void damagedSecretIsMadeAnew() throws Exception {
        keeper.keep();
        String name = PkiSecrets.nameOf(LinkRole.GATEWAY);
        store.write(
                name,
                store.read(name).map(CertificateStore.Entry::revision),
                Map.of("tls.crt", SecretValue.of("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")));
        keeper.keep();

        assertEachEndTrustsTheOther();
    }

    @Test
    void deletedAuthorityIsReplacedAtOnceAndTrustedNoMore() throws Exception {
        keeper.keep();
        X509Certificate before = authority();
        store.delete(PkiSecrets.AUTHORITY);
        keeper.keep();

        assertThat(authority()).isNotEqualTo(before);
        assertThat(identity(LinkRole.OPERATOR).trusted()).containsExactly(authority());
        assertThat(identity(LinkRole.GATEWAY).trusted()).containsExactly(authority());
        assertEachEndTrustsTheOther();
    }

    @Test
    void authorityThatIsRestoredSignsAgain() throws Exception {
        keeper.keep();
        X509Certificate before = authority();
        Map<String, SecretValue> backup =
                store.read(PkiSecrets.AUTHORITY).orElseThrow().data();
        store.delete(PkiSecrets.AUTHORITY);
        keeper.keep();
        store.delete(PkiSecrets.AUTHORITY);
        store.write(PkiSecrets.AUTHORITY, Optional.empty(), backup);
        keeper.keep();

        assertThat(authority()).isEqualTo(before);
        assertEachEndTrustsTheOther();
    }

    @Test
    void noKeyIsPrinted() throws Exception {
        keeper.keep();
        Pki pki = PkiSecrets.pki(store.read(PkiSecrets.AUTHORITY), Map.of());

        assertThat(pki.toString()).contains("CN=Gatehouse CA").doesNotContain("rivate");
        assertThat(store.read(PkiSecrets.AUTHORITY).orElseThrow().toString()).doesNotContain("BEGIN");
    }

    /** Another operator writes its authority between this one's look and its write. */
    private final class Overtaken implements CertificateStore {
        private boolean done;

        @Override
        public Optional<Entry> read(String name) {
            return store.read(name);
        }

        @Override
        public boolean write(String name, Optional<String> seen, Map<String, SecretValue> data) {
            if (!done) {
                done = true;
                try {
                    keeper.keep();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
            return store.write(name, seen, data);
        }
    }

    private LinkIdentity identity(LinkRole role) {
        return store.read(PkiSecrets.nameOf(role)).flatMap(PkiSecrets::identity).orElseThrow();
    }

    private X509Certificate authority() {
        Keyed active =
                PkiSecrets.pki(store.read(PkiSecrets.AUTHORITY), Map.of()).active();
        return Objects.requireNonNull(active).certificate();
    }

    private void assertEachEndTrustsTheOther() throws Exception {
        verify(identity(LinkRole.OPERATOR), identity(LinkRole.GATEWAY));
        verify(identity(LinkRole.GATEWAY), identity(LinkRole.OPERATOR));
    }

    private void verify(LinkIdentity verifier, LinkIdentity shown) throws Exception {
        Set<TrustAnchor> anchors = verifier.trusted().stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet());
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        CertPath path = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(shown.own().certificate()));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
