/**
 * The console as a real browser shows it: every page, by keyboard, with passkeys, on a phone without a connection, in
 * print. Tagged {@code browser}; {@code ./mvnw -P browser verify} runs them and needs a Chromium.
 */
@NullMarked
package holdfast.server.browser;

import org.jspecify.annotations.NullMarked;
