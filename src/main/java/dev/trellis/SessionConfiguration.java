package dev.trellis;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are kept in PostgreSQL, so that a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> twoRequestsMayWriteTheSameAttribute() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What an earlier version put into a session and this one cannot read counts as absent: that person signs in once more. */
    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new ReadIfPossible());
        return conversion;
    }

    private static final class ReadIfPossible implements Converter<byte[], @Nullable Object> {

        private final DeserializingConverter strict =
                new DeserializingConverter(SessionConfiguration.class.getClassLoader());

        @Override
        @SuppressWarnings("NullAway") // the converter's second type says that null may come
        public @Nullable Object convert(byte[] bytes) {
            try {
                return strict.convert(bytes);
            } catch (SerializationFailedException e) {
                log.info("Left out a session attribute that this version cannot read");
                return null;
            }
        }
    }
}
