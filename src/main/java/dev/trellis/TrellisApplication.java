package dev.trellis;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TrellisApplication {

    /** Arguments that name a command run it; all others configure the service. */
    public static void main(String[] args) {
        VectorModule.ensure();
        if (args.length > 0 && args[0].equals(Commands.SERVE)) {
            SpringApplication.run(TrellisApplication.class, Arrays.copyOfRange(args, 1, args.length));
        } else if (Commands.wanted(args)) {
            System.exit(Commands.run(args));
        } else {
            SpringApplication.run(TrellisApplication.class, args);
        }
    }
}
