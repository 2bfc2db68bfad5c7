package dev.trellis.demo;

import java.util.List;

/**
 * The competency framework.
 *
 * @param levelNames the names of levels 1 to 5, lowest first
 */
public record DemoFramework(String name, String about, List<String> levelNames, List<DemoCompetency> competencies) {}
