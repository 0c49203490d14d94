package holdfast.server.console.custody;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the phone's service worker at the root, because a worker may serve only what lies below its own address. */
@Controller
class ServiceWorker {
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=utf-8");

    @GetMapping("/sw.js")
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("assets/sw.js"));
    }
}
