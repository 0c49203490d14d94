package holdfast.server.console.incident;

import holdfast.server.console.page.Pager;
import holdfast.server.console.say.Say;
import holdfast.server.incident.Incident;
import holdfast.server.incident.Incidents;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every incident, open ones first. */
@Controller
class IncidentsPage {
    private final Incidents incidents;

    IncidentsPage(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/incidents")
    String incidents(@RequestParam(defaultValue = "1") int page, @ModelAttribute("say") Say say, Model model) {
        List<Incident> all = incidents.all();
        long open = all.stream()
                .filter(one -> one.stage() != Incident.Stage.RESOLVED)
                .count();
        Pager.Paged<Incident> rows = Pager.cut(all, page, "/incidents?page=", say);
        model.addAttribute("title", say.text("incidents.title", open));
        model.addAttribute(
                "rows",
                rows.rows().stream().map(one -> IncidentHead.of(one, say)).toList());
        model.addAttribute("pager", rows.pager());
        return "console/incidents";
    }
}
