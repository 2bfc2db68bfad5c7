/**
 * The demo organisation: people, framework, activities and a year of evidence from a seed, loaded through the same doors as anybody's.
 *
 * <p>The generator's door is {@link dev.trellis.demo.DemoOrganisation#generate}. What people say is written by hand in
 * {@code resources/demo}; the code only decides who says what about whom, and when. The same seed and anchor date give the
 * same organisation on every machine. Two changes are planted for the trend page to find, see {@link dev.trellis.demo.DemoStory}.
 *
 * <p>It is made once, on Trellis's own empty database and nowhere else, by {@link dev.trellis.demo.MadeUpOrganisation}.
 *
 * <p>The generator never reads a clock, a locale or a database, and knows no other module; {@code imports} is for measuring alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "people",
            "catalog",
            "evidence",
            "imports",
            "mentoring",
            "planning",
            "drafting",
            "verification",
            "audit",
            "search",
            "reading",
            "ranking",
            "learning",
            "platform",
            "postgres"
        })
@NullMarked
package dev.trellis.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
