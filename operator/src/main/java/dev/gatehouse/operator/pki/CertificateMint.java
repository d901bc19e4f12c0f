package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates: ECDSA on P-256, X.509 v3 (RFC 5280). */
final class CertificateMint {

    private static final Pattern IP = Pattern.compile("[0-9.]+|.*:.*");
    private static final int SERIAL_BITS = 127;

    private final SecureRandom random;
    private final PkiPolicy policy;

    CertificateMint(PkiPolicy policy, SecureRandom random) {
        this.policy = policy;
        this.random = random;
    }

    /** A new authority under a name of its own, so that chains are never built over the wrong one. */
    Keyed authority(Instant now) throws GeneralSecurityException {
        KeyPair keys = keys();
        byte[] number = new byte[8];
        random.nextBytes(number);
        X500Name name = new X500Name("CN=Gatehouse CA " + HexFormat.of().formatHex(number));
        try {
            var builder = builder(name, name, keys.getPublic(), now, now.plus(policy.caLife()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Keyed(signed(builder, keys.getPrivate()), keys.getPrivate());
        } catch (IOException e) {
            throw new GeneralSecurityException("the authority's certificate cannot be written", e);
        }
    }

    /** A certificate for one end of the link. It does not outlive its authority. */
    Keyed leaf(LinkRole role, Keyed authority, Instant now) throws GeneralSecurityException {
        KeyPair keys = keys();
        Instant end = earlier(now.plus(policy.leafLife()), authority.end());
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        try {
            var builder = builder(issuer, new X500Name("CN=" + commonName(role)), keys.getPublic(), now, end);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose(role)));
            builder.addExtension(Extension.subjectAlternativeName, false, names(role));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            return new Keyed(signed(builder, authority.key()), keys.getPrivate());
        } catch (IOException e) {
            throw new GeneralSecurityException("the certificate of the " + commonName(role) + " cannot be written", e);
        }
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Instant now, Instant end)
            throws GeneralSecurityException, IOException {
        Duration skew = PkiPolicy.SKEW;
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).setBit(0),
                Date.from(now.minus(skew)),
                Date.from(end),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the authority's key cannot sign", e);
        }
    }

    private GeneralNames names(LinkRole role) {
        List<GeneralName> names = new ArrayList<>();
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, role.uri()));
        Set<String> hosts = role == LinkRole.OPERATOR ? policy.operatorNames() : Set.of();
        hosts.stream()
                .sorted()
                .forEach(host -> names.add(new GeneralName(
                        IP.matcher(host).matches() ? GeneralName.iPAddress : GeneralName.dNSName, host)));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static KeyPurposeId purpose(LinkRole role) {
        return switch (role) {
            case OPERATOR -> KeyPurposeId.id_kp_serverAuth;
            case GATEWAY -> KeyPurposeId.id_kp_clientAuth;
        };
    }

    private static String commonName(LinkRole role) {
        return switch (role) {
            case OPERATOR -> "gatehouse-operator";
            case GATEWAY -> "gatehouse-gateway";
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
