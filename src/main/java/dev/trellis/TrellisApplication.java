package dev.trellis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TrellisApplication {

    public static void main(String[] args) {
        SpringApplication.run(TrellisApplication.class, args);
    }
}
