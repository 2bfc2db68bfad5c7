package dev.trellis.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Loads the model that ranks: the shipped prior unless another file is named. */
@Configuration(proxyBeanMethods = false)
class RankingConfiguration {

    @Bean
    Prior prior(@Value("${trellis.ranking.model:classpath:models/ranking/prior.pb}") Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new Prior(RankingModel.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the ranking model cannot be read from " + file, e);
        }
    }
}
