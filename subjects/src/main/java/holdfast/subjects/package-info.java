/**
 * Registers of persons inside a backup, and which persons lie in which chunk.
 *
 * <p>Persons appear here as ordinals and keyed pseudonyms; names and addresses are read from the vault only
 * when notices are made. No policy lives here and no database: what a lost cartridge means is decided above.
 *
 * <h2>What a register is</h2>
 * A CSV file (RFC 4180; UTF-8 with or without a byte order mark) with a header. The rules, which the drill's
 * recount implements a second time without sharing code:
 * <ul>
 *   <li>The delimiter is the most frequent of comma, semicolon and tab in the header, unless a mapping names it.
 *   <li>LF, CR and CR LF each end a row outside quotes. Empty lines and rows of nothing but empty fields are no
 *       rows.
 *   <li>A quote opens a quoted field only as its first byte; elsewhere in an unquoted field it is text.
 *   <li>The header is one line: one that goes over several is refused, for a quote may be missing in it.
 *   <li>A record's bytes run from the first byte of its first field to the last byte before its line end.
 *   <li>A row is broken if it has another number of fields than the header, text after a closing quote, a quote
 *       that never closes, bytes that are not UTF-8, or nobody named. A broken row of more than one line, or a
 *       quoted row longer than 1 MiB at one of its line ends, counts as broken with its
 *       first line alone, and reading goes on at the second: a stray quote swallows nobody.
 *   <li>A broken row stands for at most one person; with the fields of several rows, for at most so many.
 * </ul>
 */
@NullMarked
package holdfast.subjects;

import org.jspecify.annotations.NullMarked;
