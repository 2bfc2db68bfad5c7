package dev.trellis.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param decideWithin how long a draft should wait at most; it is shown as due then, and nothing else happens
 */
@ConfigurationProperties("trellis.review")
record ReviewSettings(@DefaultValue("7d") Duration decideWithin) {}
