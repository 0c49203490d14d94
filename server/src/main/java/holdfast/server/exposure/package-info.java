/**
 * Who is on a medium, and what it would mean if the medium never arrived.
 *
 * <p>Answers come from what was remembered when backups and cartridges were made: which pack lies on which
 * cartridge (media), which chunks lie in which pack (the vault's index), which persons lie in which chunk (the
 * person index). No medium is needed and no key to contents. Names and addresses are read only by
 * {@link holdfast.server.exposure.Contacts}, with the reader's key, when notices are made.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "keys", "procedure", "media", "vaulting"})
@NullMarked
package holdfast.server.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
