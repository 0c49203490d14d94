package holdfast.storage.http;

import holdfast.storage.Digests;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 of a certificate, by which a client knows a server that no authority vouches for. Written
 * {@code sha256:} and 64 hexadecimal digits; colons between them are read over.
 */
public record Fingerprint(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a certificate's fingerprint: '" + hex + "'");
        }
    }

    /** @throws IllegalArgumentException if it is none */
    public static Fingerprint parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return new Fingerprint((lower.startsWith("sha256:") ? lower.substring(7) : lower).replace(":", ""));
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(HexFormat.of().formatHex(Digests.sha256().digest(certificate.getEncoded())));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that has no bytes", e);
        }
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
