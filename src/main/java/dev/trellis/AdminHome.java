package dev.trellis;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administrator's first page: what modules have for them. */
@Controller
class AdminHome {

    private final ObjectProvider<AdminArea> areas;

    AdminHome(ObjectProvider<AdminArea> areas) {
        this.areas = areas;
    }

    @GetMapping("/admin")
    String page(Model model) {
        List<AdminArea> inOrder = areas.stream()
                .sorted(Comparator.comparingInt(AdminArea::order).thenComparing(AdminArea::name))
                .toList();
        model.addAttribute("areas", inOrder);
        return "admin";
    }
}
