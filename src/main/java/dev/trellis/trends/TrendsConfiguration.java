package dev.trellis.trends;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MinimumGroup.class, TellingSettings.class})
class TrendsConfiguration {}
