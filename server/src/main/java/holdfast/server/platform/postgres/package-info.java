/**
 * The PostgreSQL that the server brings and supervises: unpacked once, run as an unprivileged account, reached
 * by password over loopback only, durable, and started again at the first try whatever was killed.
 *
 * <p>The binaries come from the zonky project; its launcher is not used (it trusts every local account and
 * switches durability off).
 */
@NullMarked
package holdfast.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
