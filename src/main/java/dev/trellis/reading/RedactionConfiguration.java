package dev.trellis.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/** What finds personal text: the shipped model unless another folder is named. */
@Configuration(proxyBeanMethods = false)
class RedactionConfiguration {

    static final String SHIPPED = "classpath:models/redaction/";

    @Bean
    PersonalText personalText(@Value("${trellis.reading.redaction:" + SHIPPED + "}") String folder) {
        return new LearnedPersonalText(() -> model(folder));
    }

    /** @param folder with a slash at its end */
    static PersonalTextModel model(String folder) {
        return PersonalTextModel.read(name -> bytes(folder + name));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = new DefaultResourceLoader().getResource(file).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what finds personal text cannot be read from " + file, e);
        }
    }
}
