package dev.trellis.reading;

import dev.trellis.search.TextVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

/** The model that reads reflections: the shipped one unless another folder is named. */
@Configuration(proxyBeanMethods = false)
class ReflectionConfiguration {

    static final String SHIPPED = "classpath:models/reflections/";

    @Bean
    ReflectionReading reflectionReading(
            TextVectors vectors, @Value("${trellis.reading.reflections:" + SHIPPED + "}") String folder) {
        return new TrainedReflectionReading(() -> model(folder), vectors);
    }

    /** @param folder with a slash at its end */
    static ReflectionModel model(String folder) {
        return ReflectionModel.read(
                bytes(folder + ReflectionModel.KINDS),
                bytes(folder + ReflectionModel.LANDMARKS),
                bytes(folder + ReflectionModel.DECISION));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = new DefaultResourceLoader().getResource(file).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the model that reads reflections cannot be read from " + file, e);
        }
    }
}
