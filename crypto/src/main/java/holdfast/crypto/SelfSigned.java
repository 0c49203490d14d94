package holdfast.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A certificate for TLS that no authority vouches for: clients pin it. Its key is on P-256, which every TLS library
 * speaks.
 */
public record SelfSigned(X509Certificate certificate, PrivateKey key) {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    /**
     * Draws a key and certifies it.
     *
     * @param name of the host, as clients call it
     */
    public static SelfSigned generate(String name, Instant from, Duration validFor, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            TBSCertificate statement = statement(name, from, validFor, pair, random);
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initSign(pair.getPrivate(), random);
            ecdsa.update(statement.getEncoded(ASN1Encoding.DER));
            byte[] der = new DERSequence(new ASN1Encodable[] {statement, ECDSA, new DERBitString(ecdsa.sign())})
                    .getEncoded(ASN1Encoding.DER);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return new SelfSigned(certificate, pair.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static TBSCertificate statement(
            String name, Instant from, Duration validFor, KeyPair pair, SecureRandom random) throws IOException {
        X500Name subject = new X500Name("CN=" + name);
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        List<GeneralName> names =
                List.of(new GeneralName(GeneralName.dNSName, name), new GeneralName(GeneralName.dNSName, "localhost"));
        extensions.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        V3TBSCertificateGenerator statement = new V3TBSCertificateGenerator();
        statement.setSerialNumber(new ASN1Integer(new BigInteger(127, random)));
        statement.setSignature(ECDSA);
        statement.setIssuer(subject);
        statement.setSubject(subject);
        statement.setStartDate(new Time(Date.from(from)));
        statement.setEndDate(new Time(Date.from(from.plus(validFor))));
        statement.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        statement.setExtensions(extensions.generate());
        return statement.generateTBSCertificate();
    }

    @Override
    public String toString() {
        return "SelfSigned[" + certificate.getSubjectX500Principal() + ", key not shown]";
    }
}
