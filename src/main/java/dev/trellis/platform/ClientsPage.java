package dev.trellis.platform;

import dev.trellis.AdminArea;
import dev.trellis.platform.ApiClients.Scope;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator lets learning platforms in, and out. */
@Controller
class ClientsPage {

    private static final int SECRET_BYTES = 32;

    private final ApiClients clients;
    private final SecureRandom random = new SecureRandom();

    ClientsPage(ApiClients clients) {
        this.clients = clients;
    }

    @Bean
    static AdminArea clientsArea() {
        return new AdminArea(50, "Platforms", "Learning platforms that may call the API.", "/admin/clients");
    }

    @GetMapping("/admin/clients")
    String list(Model model) {
        model.addAttribute("clients", clients.all());
        model.addAttribute("scopes", Scope.values());
        return "platform/clients";
    }

    @PostMapping("/admin/clients")
    String register(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<Scope> scopes,
            Model model,
            RedirectAttributes next) {
        String secret = newSecret();
        try {
            if (clients.all().stream().anyMatch(client -> client.id().equals(id) && client.active())) {
                throw new IllegalArgumentException(
                        "A client with this id is there already. Take it out first to give it a new secret.");
            }
            clients.register(id, name, secret, scopes.isEmpty() ? Set.of() : EnumSet.copyOf(scopes));
        } catch (IllegalArgumentException wrong) {
            model.addAttribute("problem", wrong.getMessage());
            model.addAttribute("id", id);
            model.addAttribute("name", name);
            model.addAttribute("chosen", scopes);
            return list(model);
        }
        next.addFlashAttribute("secret", secret);
        next.addFlashAttribute("secretOf", id);
        return "redirect:/admin/clients";
    }

    @PostMapping("/admin/clients/{id}/deactivate")
    String deactivate(@PathVariable String id, RedirectAttributes next) {
        clients.deactivate(id);
        next.addFlashAttribute("notice", "Taken out. It is refused from its next request on.");
        return "redirect:/admin/clients";
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "trellis_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
