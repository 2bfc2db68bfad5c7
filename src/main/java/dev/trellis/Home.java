package dev.trellis;

import dev.trellis.people.SignedInPerson;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Takes everyone to where their work is. */
@Controller
class Home {

    /** Where somebody else waits for you comes first. */
    private static final List<Area> FIRST =
            List.of(Area.INBOX, Area.PROGRAMME, Area.TRENDS, Area.ADMINISTRATION, Area.MY_PAGE);

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedInPerson me) {
        Area area = FIRST.stream()
                .filter(candidate -> candidate.opensTo(me.roles()))
                .findFirst()
                .orElse(Area.MY_PAGE);
        return "redirect:" + area.path();
    }
}
