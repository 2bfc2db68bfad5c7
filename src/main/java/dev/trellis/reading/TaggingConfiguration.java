package dev.trellis.reading;

import dev.trellis.catalog.Catalog;
import dev.trellis.search.TextVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/** Loads the model that reads: the shipped one unless another folder is named. */
@Configuration(proxyBeanMethods = false)
class TaggingConfiguration {

    static final String SHIPPED = "classpath:models/tagging/";

    @Bean
    Reading reading(
            Catalog catalog, TextVectors vectors, @Value("${trellis.reading.tagging:" + SHIPPED + "}") String folder) {
        return new TrainedReading(catalog::competencies, vectors, model(folder));
    }

    /** @param folder with a slash at its end */
    static TaggingModel model(String folder) {
        return TaggingModel.read(
                bytes(folder, TaggingModel.STRETCHES),
                bytes(folder, TaggingModel.MAP),
                bytes(folder, TaggingModel.MENTIONS),
                bytes(folder, TaggingModel.CALIBRATION));
    }

    private static byte[] bytes(String folder, String name) {
        ResourceLoader files = new DefaultResourceLoader();
        try (InputStream in = files.getResource(folder + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the tagging model cannot be read from " + folder + name, e);
        }
    }
}
