package dev.trellis.platform;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs access tokens, made once and kept in PostgreSQL so that every node uses the same. */
@Component
class SigningKeys {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Clock clock;

    SigningKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    JWKSource<SecurityContext> source() {
        try {
            return new ImmutableJWKSet<>(new JWKSet(key()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key that signs access tokens cannot be read or made", e);
        }
    }

    private RSAKey key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair fresh = generator.generateKeyPair();
        // Of several nodes starting at once the first one's key stands, and all read that.
        jdbc.sql("""
                        insert into token_signing_key (key_id, private_key, public_key, created_at)
                        values (:id, :private, :public, :now)
                        on conflict (only_row) do nothing
                        """)
                .param("id", "trellis-1")
                .param("private", fresh.getPrivate().getEncoded())
                .param("public", fresh.getPublic().getEncoded())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        record Stored(String id, byte[] privateKey, byte[] publicKey) {}
        Stored stored = jdbc.sql("select key_id, private_key, public_key from token_signing_key")
                .query((row, n) -> new Stored(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .single();
        KeyFactory factory = KeyFactory.getInstance("RSA");
        return new RSAKey.Builder((RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(stored.publicKey())))
                .privateKey(factory.generatePrivate(new PKCS8EncodedKeySpec(stored.privateKey())))
                .keyID(stored.id())
                .build();
    }
}
