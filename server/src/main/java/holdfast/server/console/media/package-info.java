/** The pages of media: every cartridge, one cartridge's whole life, cases and what is packed in them. */
@NullMarked
package holdfast.server.console.media;

import org.jspecify.annotations.NullMarked;
