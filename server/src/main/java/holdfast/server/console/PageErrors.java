package holdfast.server.console;

import holdfast.server.access.Forbidden;
import holdfast.server.console.say.Say;
import holdfast.server.custody.RefusedException;
import holdfast.server.media.MediaRefused;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Refusal;
import holdfast.server.procedure.NotPermittedException;
import holdfast.server.vaulting.VaultRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a refusal of a service looks like as a page: the plain reason, and a status that programs understand. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {
    private final PageAdvice pages;

    PageErrors(PageAdvice pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Forbidden.class)
    ModelAndView forbidden(Forbidden refused, HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, refused, request);
    }

    /** An id that cannot be one, and one that nobody has, are the same to whoever asks. */
    @ExceptionHandler({NoSuchElementException.class, MediaRefused.class, IllegalArgumentException.class})
    ModelAndView unknown(RuntimeException unknown, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, unknown, request);
    }

    @ExceptionHandler(RefusedException.class)
    ModelAndView refused(RefusedException refused, HttpServletRequest request) {
        boolean unknown = refused.reason() == RefusedException.Reason.UNKNOWN;
        return page(unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT, refused, request);
    }

    @ExceptionHandler({NotNow.class, NotPermittedException.class, VaultRefused.class})
    ModelAndView notNow(RuntimeException refused, HttpServletRequest request) {
        return page(HttpStatus.CONFLICT, refused, request);
    }

    /** The advice's attributes are not there yet when a handler has failed: they are added here. */
    private ModelAndView page(HttpStatus status, RuntimeException failed, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("error", status);
        ModelMap model = page.getModelMap();
        pages.fill(model, request);
        page.addObject("status", status.value());
        if (failed instanceof Refusal refusal && model.get("say") instanceof Say say) {
            page.addObject("why", say.said(refusal.why()));
        }
        return page;
    }
}
