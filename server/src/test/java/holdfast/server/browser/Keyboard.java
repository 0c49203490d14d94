package holdfast.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody without a mouse. At each stop one must see where one is. */
final class Keyboard {
    private static final int MOST_STOPS = 150;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until this has the focus; fails if it never gets it, or if a stop on the way cannot be seen. */
    void goTo(Locator wanted) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if ((Boolean) wanted.first().evaluate("wanted => wanted === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
            assertThat(hiddenFocus())
                    .as("on %s, on the way to %s", page.url(), wanted)
                    .isEmpty();
        }
        throw new AssertionError(wanted + " on " + page.url() + " is not reached by Tab");
    }

    void follow(Locator wanted) {
        goTo(wanted);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    void type(Locator field, String text) {
        goTo(field);
        page.keyboard().type(text);
    }

    /** What has the focus and does not show it, or lies under something else; empty if all is well. */
    String hiddenFocus() {
        return (String) page.evaluate("""
                () => {
                  const here = document.activeElement;
                  if (!here || here === document.body || here.id === "main") return "";
                  const name = here.localName + "#" + here.id + "." + here.className + " '" + here.textContent.trim().slice(0, 30) + "'";
                  const style = getComputedStyle(here);
                  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return name + " has no outline";
                  const box = here.getBoundingClientRect();
                  const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2);
                  const y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2);
                  const top = document.elementFromPoint(x, y);
                  const seen = top && (here.contains(top) || top.contains(here) || here.labels && [...here.labels].some(label => label.contains(top)));
                  return seen ? "" : name + " lies under " + (top ? top.localName + "." + top.className : "nothing");
                }
                """);
    }
}
