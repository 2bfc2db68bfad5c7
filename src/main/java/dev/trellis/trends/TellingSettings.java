package dev.trellis.trends;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param settleFor for so long nothing of past months may have arrived before they are told of: half of an import that is told
 *     of stands in the way of the other half
 */
@ConfigurationProperties("trellis.trends")
record TellingSettings(@DefaultValue("30s") Duration settleFor) {}
