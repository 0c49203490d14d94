package holdfast.cli.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import holdfast.crypto.SelfSigned;
import holdfast.storage.http.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's certificate, with those that vouch for it, and its private key: PEM files. */
public record Certificates(List<X509Certificate> chain, PrivateKey key) {
    private static final Duration VALID_FOR = Duration.ofDays(3650);
    private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    /** Those of the folder; made at the first start. */
    public static Certificates of(ServedFolder folder, String host, InstantSource clock, SecureRandom random)
            throws IOException {
        if (!Files.exists(folder.certificate()) || !Files.exists(folder.key())) {
            folder.prepare();
            SelfSigned made = SelfSigned.generate(host, clock.instant().minus(Duration.ofHours(1)), VALID_FOR, random);
            ServedFolder.write(folder.key(), pem("PRIVATE KEY", made.key().getEncoded()));
            try {
                ServedFolder.write(
                        folder.certificate(),
                        pem("CERTIFICATE", made.certificate().getEncoded()));
            } catch (CertificateException e) {
                throw new IOException("the new certificate could not be written", e);
            }
        }
        return read(folder.certificate(), folder.key());
    }

    private static byte[] pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n").getBytes(US_ASCII);
    }

    /**
     * @param certificate PEM, the server's own first
     * @param key PEM, PKCS #8 without a password
     */
    public static Certificates read(Path certificate, Path key) throws IOException {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new IOException("there is no certificate in " + certificate);
            }
            return new Certificates(chain, readKey(key));
        } catch (GeneralSecurityException e) {
            throw new IOException(certificate + " is no certificate in PEM: " + e.getMessage(), e);
        }
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, US_ASCII);
        int begin = text.indexOf(KEY_BEGIN);
        int end = text.indexOf(KEY_END);
        if (begin < 0 || end < begin) {
            throw new IOException(file + " is no private key in PEM (PKCS #8, without a password); make one of it with"
                    + " 'openssl pkcs8 -topk8 -nocrypt'");
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(
                Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end)));
        for (String kind : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // A key of another kind: the next one is tried.
            }
        }
        throw new IOException("the private key " + file + " is of a kind that is not known: EC, RSA and Ed25519 are");
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(chain.getFirst());
    }

    SSLContext context() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("certificate and private key do not go together: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "Certificates[" + fingerprint() + ", key not shown]";
    }
}
