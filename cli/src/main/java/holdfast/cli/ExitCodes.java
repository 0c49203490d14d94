package holdfast.cli;

import holdfast.storage.DeleteRefusedException;
import holdfast.storage.PutRefusedException;
import holdfast.storage.StoreFailedException;
import holdfast.storage.StoreFullException;
import holdfast.storage.http.CertificateRefusedException;
import holdfast.storage.http.StoreRefusedException;
import holdfast.storage.http.StoreUnreachableException;
import holdfast.vault.host.NoSpaceException;
import holdfast.vault.model.VaultException;

/** What the command's exit status means; the same list stands in its help. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int INCOMPLETE = 3;
    static final int NO_VAULT = 10;
    static final int WRONG_CREDENTIAL = 12;
    static final int NOT_PERMITTED = 13;
    static final int DAMAGE = 14;
    static final int FULL = 15;
    static final int STORE_REFUSED = 16;
    static final int STORE_UNREACHABLE = 17;
    static final int STORE_NOT_TRUSTED = 18;
    static final int TOO_NEW = 19;

    private ExitCodes() {}

    static int of(Throwable error) {
        return switch (error) {
            case VaultException.NoVault none -> NO_VAULT;
            case VaultException.WrongCredential wrong -> WRONG_CREDENTIAL;
            case VaultException.NotPermitted not -> NOT_PERMITTED;
            case DeleteRefusedException refused -> NOT_PERMITTED;
            case VaultException.Damaged damaged -> DAMAGE;
            case VaultException.Foreign foreign -> DAMAGE;
            case StoreFullException full -> FULL;
            case NoSpaceException full -> FULL;
            case StoreRefusedException refused -> STORE_REFUSED;
            case PutRefusedException refused -> STORE_REFUSED;
            case StoreUnreachableException away -> STORE_UNREACHABLE;
            case CertificateRefusedException stranger -> STORE_NOT_TRUSTED;
            case StoreFailedException failed -> STORE_UNREACHABLE;
            case VaultException.TooNew later -> TOO_NEW;
            default -> FAILED;
        };
    }
}
