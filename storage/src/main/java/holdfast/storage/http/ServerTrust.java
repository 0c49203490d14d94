package holdfast.storage.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which server is believed: the one whose certificate is pinned, whatever its name; without a pin, one that this
 * machine's authorities vouch for under the name that was asked for. Its refusals are for people.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager machine;
    private final Optional<Pin> pin;

    private ServerTrust(X509ExtendedTrustManager machine, Optional<Pin> pin) {
        this.machine = machine;
        this.pin = pin;
    }

    /** A context for clients. */
    static SSLContext context(Optional<Pin> pin) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            X509ExtendedTrustManager machine = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerTrust(machine, pin)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        X509Certificate its = chain[0];
        try {
            if (pin.isPresent()) {
                demandPinned(its, pin.get());
            } else {
                machine.checkServerTrusted(chain, kind, engine);
            }
        } catch (CertificateException e) {
            throw new CertificateException(words(its, e), e);
        }
    }

    private void demandPinned(X509Certificate its, Pin expected) throws CertificateException {
        if (!Fingerprint.of(its).equals(expected.fingerprint())) {
            throw new CertificateException("it is not the pinned one");
        }
        its.checkValidity(Date.from(expected.clock().instant()));
    }

    private String words(X509Certificate its, CertificateException why) {
        String shown = " (the one it shows is " + Fingerprint.of(its) + ")";
        for (@Nullable Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "its certificate expired on " + its.getNotAfter().toInstant()
                        + ": have its operator put a new one there" + shown;
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "its certificate is not valid before "
                        + its.getNotBefore().toInstant() + ": look whether the clock of this machine is right" + shown;
            }
        }
        if (pin.isPresent()) {
            return "its certificate is not the one that is pinned, " + pin.get().fingerprint() + shown
                    + ": either somebody sits in between, or its operator has put a new certificate there; ask before"
                    + " you pin that one";
        }
        return "this machine's authorities do not vouch for its certificate under this name" + shown
                + ": if that is the fingerprint that its operator tells you, pin it";
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("only connections by engines are made here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("only connections by engines are made here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return machine.getAcceptedIssuers();
    }
}
